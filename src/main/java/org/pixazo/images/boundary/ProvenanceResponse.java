package org.pixazo.images.boundary;

import org.pixazo.images.entity.Provenance;

/**
 * The way from an idea to a picture; null where a step is missing.
 *
 * @param idea the person's own words before they were enhanced
 * @param enhanced what enhancement made of them
 * @param template the prompt with its choices in braces, of which this is one variant
 * @param parentImageId the picture from which this was made; null also where it has been deleted
 * @param styledPrompt what the model was asked, where that is not the prompt alone
 * @param styledNegativePrompt what it was told to avoid, likewise
 */
public record ProvenanceResponse(
        String idea,
        String enhanced,
        String template,
        Long parentImageId,
        String styledPrompt,
        String styledNegativePrompt) {

    static ProvenanceResponse of(Provenance provenance) {
        return new ProvenanceResponse(
                provenance.idea(),
                provenance.enhanced(),
                provenance.template(),
                provenance.parentImageId(),
                provenance.styledPrompt(),
                provenance.styledNegativePrompt());
    }
}

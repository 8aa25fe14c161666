package org.pixazo.images.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The way from an idea to what a model was asked: idea, enhanced prompt, template of a batch, prompt, prompt with the words
 * of the style. Each step may be missing. Immutable.
 */
@Embeddable
public class Provenance {

    /** Nothing is known. */
    public static final Provenance NONE = new Provenance();

    private String idea;
    private String enhanced;
    private String template;

    @Column(name = "parent_image_id")
    private Long parentImageId;

    @Column(name = "styled_prompt")
    private String styledPrompt;

    @Column(name = "styled_negative_prompt")
    private String styledNegativePrompt;

    /** For JPA. */
    protected Provenance() {}

    /**
     * @param idea the person's own words before they were enhanced
     * @param enhanced what enhancement made of them, before the person changed it
     * @param template the prompt with its choices in braces, of which this is one variant
     * @param parentImageId the picture from which this was made
     */
    public Provenance(String idea, String enhanced, String template, Long parentImageId) {
        this.idea = idea;
        this.enhanced = enhanced;
        this.template = template;
        this.parentImageId = parentImageId;
    }

    /** The same with what the model is asked for in the end. */
    public Provenance styled(String prompt, String negativePrompt) {
        Provenance whole = new Provenance(idea, enhanced, template, parentImageId);
        whole.styledPrompt = prompt;
        whole.styledNegativePrompt = negativePrompt;
        return whole;
    }

    public String idea() {
        return idea;
    }

    public String enhanced() {
        return enhanced;
    }

    public String template() {
        return template;
    }

    /** Null also where that picture has been deleted. */
    public Long parentImageId() {
        return parentImageId;
    }

    /** The prompt with the words of the style; null where there is no style. */
    public String styledPrompt() {
        return styledPrompt;
    }

    public String styledNegativePrompt() {
        return styledNegativePrompt;
    }
}

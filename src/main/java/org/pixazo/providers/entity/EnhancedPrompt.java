package org.pixazo.providers.entity;

import java.util.List;

/**
 * An image prompt made richer by rules.
 *
 * @param subject what the person asked for, tidied
 * @param prompt the subject and all additions
 * @param additions in the order in which they stand in the prompt; empty where nothing was missing
 * @param negativePrompt what to avoid in this style
 * @param style name of the style, such as {@code watercolor}
 * @param width proposed, pixels
 * @param height proposed, pixels
 */
public record EnhancedPrompt(
        String subject,
        String prompt,
        List<PromptAddition> additions,
        String negativePrompt,
        String style,
        int width,
        int height) {

    public EnhancedPrompt {
        additions = List.copyOf(additions);
    }
}

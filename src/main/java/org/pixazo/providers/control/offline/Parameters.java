package org.pixazo.providers.control.offline;

import org.pixazo.providers.entity.ImageRequest;

/** How a picture came about, in the form that AUTOMATIC1111's web UI writes and many programs read. */
final class Parameters {

    private Parameters() {}

    static String of(ImageRequest request) {
        StringBuilder text = new StringBuilder(clean(request.prompt())).append('\n');
        if (request.negativePrompt() != null && !request.negativePrompt().isBlank()) {
            text.append("Negative prompt: ")
                    .append(clean(request.negativePrompt()))
                    .append('\n');
        }
        return text.append("Steps: 0, Seed: ")
                .append(request.seed())
                .append(", Size: ")
                .append(request.width())
                .append('x')
                .append(request.height())
                .append(", Model: offline")
                .toString();
    }

    /** PNG forbids the null character in texts. */
    private static String clean(String text) {
        return text.replace("\0", "").strip();
    }
}

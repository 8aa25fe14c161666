package org.pixazo.providers.entity;

import java.util.regex.Pattern;
import org.pixazo.errors.entity.UpstreamFailedException;

/** The image upstream understood the request and will not do it: a parameter is wrong, or its rules forbid the content. */
public class ImageRefusedException extends UpstreamFailedException {

    /** No vendor names a code for it, so its words have to tell. */
    private static final Pattern POLICY =
            Pattern.compile("(?i)\\b(polic(y|ies)|safety|nsfw|moderat\\w*|filtered|prohibited|inappropriate)\\b");

    /** @param detail what happened, with the upstream's own words, for the caller */
    public ImageRefusedException(String detail) {
        super(detail);
    }

    /** A refusal where the upstream's words are about content, and a mere failure otherwise. */
    public static UpstreamFailedException orFailure(String detail) {
        ImageRefusedException refused = new ImageRefusedException(detail);
        return refused.forContent() ? refused : new UpstreamFailedException(detail);
    }

    /** Whether it is the content that the upstream refuses. */
    public boolean forContent() {
        return POLICY.matcher(getMessage()).find();
    }
}

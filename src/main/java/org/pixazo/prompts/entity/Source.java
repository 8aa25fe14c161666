package org.pixazo.prompts.entity;

/** Who gave an answer: words in JSON. */
public final class Source {

    public static final String MODEL = "model";
    public static final String RULES = "rules";

    private Source() {}
}

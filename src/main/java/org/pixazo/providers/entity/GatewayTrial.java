package org.pixazo.providers.entity;

import java.util.List;

/**
 * What came of one call that was made to see whether a model works.
 *
 * @param sent the JSON that was sent
 * @param answers of the gateway, in their order; several where it was asked after the picture
 * @param picture null where there is none
 * @param error why there is none; null where there is one
 */
public record GatewayTrial(String sent, List<Answer> answers, ImageFile picture, String error) {

    private static final int LONGEST = 4_000;

    /**
     * One answer.
     *
     * @param status of HTTP
     * @param body its text, without secrets and cut at 4000 characters
     */
    public record Answer(int status, String body) {

        public Answer {
            body = body.length() > LONGEST ? body.substring(0, LONGEST) + "…" : body;
        }
    }

    public GatewayTrial {
        answers = List.copyOf(answers);
    }
}

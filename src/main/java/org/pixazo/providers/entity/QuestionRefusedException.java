package org.pixazo.providers.entity;

import org.pixazo.errors.entity.PixazoException;

/**
 * An AI service says that the request is at fault: a 4xx with its own words, for channels that pass the request on as
 * the client wrote it.
 */
public class QuestionRefusedException extends PixazoException {

    private final transient Words words;
    private final long retryAfterSeconds;

    /**
     * The fields of an error object as OpenAI has it, free of secrets.
     *
     * @param type may be null
     * @param param may be null
     * @param code may be null
     */
    public record Words(String message, String type, String param, String code) {}

    /** @param retryAfterSeconds 0 where the service does not say */
    public QuestionRefusedException(int status, Words words, long retryAfterSeconds) {
        super(status, "question-refused", "The upstream refused the request", words.message(), null);
        this.words = words;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** What the service says. */
    public Words words() {
        return words;
    }

    @Override
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}

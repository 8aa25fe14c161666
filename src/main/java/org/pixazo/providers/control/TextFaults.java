package org.pixazo.providers.control;

import java.time.Clock;
import java.time.Duration;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.providers.entity.QuestionRefusedException;
import org.pixazo.providers.entity.UpstreamAccess;

/** Translates the HTTP statuses of OpenAI-compatible servers. */
final class TextFaults {

    private TextFaults() {}

    /** The start of a sentence that names the server, without its credentials. */
    static String upstream(UpstreamAccess access) {
        return "The text upstream " + access.server();
    }

    /** @param answer any that is no success */
    static UpstreamFault of(UpstreamAccess access, UpstreamAnswer answer) {
        Duration retryAfter = RetryAfter.of(answer.headers(), Clock.systemUTC()).orElse(null);
        int status = answer.status();
        boolean worthRetrying = status == 429 || status == 502 || status == 503 || status == 504;
        String words = UpstreamWords.of(answer.text(), access)
                .map(text -> ": " + text)
                .orElse(" (HTTP status " + status + ", without a word).");
        return new UpstreamFault(
                error(upstream(access), status, words, retryAfter),
                UpstreamFault.blame(status),
                worthRetrying,
                retryAfter);
    }

    /** The same for a request that was passed on as its client wrote it: its own faults are told as they are. */
    static UpstreamFault ofPassThrough(UpstreamAccess access, UpstreamAnswer answer) {
        UpstreamFault fault = of(access, answer);
        boolean clients = switch (answer.status()) {
            case 401, 402, 403, 407 -> false;
            // Without an error object nothing is known of the model: the path of the configured URL is wrong.
            case 404 ->
                answer.mediaType().contains("json")
                        && !UpstreamWords.code(answer.text()).isEmpty();
            default -> answer.status() / 100 == 4;
        };
        if (!clients) {
            return fault;
        }
        return new UpstreamFault(
                new QuestionRefusedException(
                        answer.status(), UpstreamWords.object(answer.text(), access), seconds(fault.retryAfter())),
                fault.blame(),
                fault.isWorthRetrying(),
                fault.retryAfter());
    }

    private static PixazoException error(String upstream, int status, String words, Duration retryAfter) {
        return switch (status) {
            case 401, 403 -> new UpstreamFailedException(upstream + " refused its API key" + words);
            case 402 -> new UnavailableException(upstream + " wants payment" + words);
            case 404 ->
                new UpstreamFailedException(upstream + " does not know the model or the path of its URL" + words);
            case 429 -> new UnavailableException(upstream + " is busy" + words, seconds(retryAfter), null);
            default ->
                new UpstreamFailedException(
                        upstream + (status < 400 ? " answers from elsewhere, check its URL" : " failed") + words,
                        seconds(retryAfter));
        };
    }

    /** Rounded up, so that nobody comes back too early; 0 where it is unknown. */
    static long seconds(Duration retryAfter) {
        return retryAfter == null ? 0 : (retryAfter.toMillis() + 999) / 1000;
    }
}

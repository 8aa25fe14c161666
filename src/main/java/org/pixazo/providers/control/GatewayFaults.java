package org.pixazo.providers.control;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.providers.entity.ImageRefusedException;
import org.pixazo.providers.entity.OutOfCreditException;
import org.pixazo.providers.entity.UpstreamAccess;
import org.pixazo.providers.entity.UpstreamBusyException;

/**
 * Translates the gateway's HTTP statuses. Its 500 is worth a retry: several clients report that it is often transient.
 */
final class GatewayFaults {

    private static final String KEY_HELP = " Check PIXAZO_API_KEY or your own key in your profile.";
    private static final String CREDIT_HELP =
            " Top up at https://api-console.pixazo.ai, or choose a free model such as sdxl or flux-schnell.";

    /** Whom failures name. Not its address: that is the administrator's, and users and their programs read this. */
    static final String UPSTREAM = "The image upstream";

    private GatewayFaults() {}

    /** @param answer any that is no success */
    static UpstreamFault of(UpstreamAccess access, UpstreamAnswer answer) {
        Duration retryAfter = RetryAfter.of(answer.headers(), Clock.systemUTC()).orElse(null);
        int status = answer.status();
        boolean worthRetrying = status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
        String words = UpstreamWords.of(answer.text(), access)
                .map(text -> ": " + text)
                .orElse(" (HTTP status " + status + ", without a word).");
        return new UpstreamFault(
                error(UPSTREAM, status, words, retryAfter), UpstreamFault.blame(status), worthRetrying, retryAfter);
    }

    private static PixazoException error(String upstream, int status, String words, Duration retryAfter) {
        return switch (status) {
            case 400, 422 -> new ImageRefusedException(upstream + " refused the prompt or a parameter" + words);
            case 401 -> new UpstreamFailedException(upstream + " refused its API key" + words + KEY_HELP);
            case 402 -> outOfCredit(upstream, words);
            case 403 ->
                isAboutMoney(words)
                        ? outOfCredit(upstream, words)
                        : new UpstreamFailedException(upstream + " does not allow this model to its API key" + words);
            case 404 -> new UpstreamFailedException(upstream + " does not have this model at the known path" + words);
            case 429 -> new UpstreamBusyException(upstream + " is busy" + words, TextFaults.seconds(retryAfter));
            default ->
                new UpstreamFailedException(
                        upstream + (status < 400 ? " answers from elsewhere, check its URL" : " failed") + words);
        };
    }

    private static PixazoException outOfCredit(String upstream, String words) {
        return new OutOfCreditException(upstream + " has no credit left" + words + CREDIT_HELP);
    }

    private static boolean isAboutMoney(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        return text.contains("balance") || text.contains("credit") || text.contains("insufficient");
    }
}

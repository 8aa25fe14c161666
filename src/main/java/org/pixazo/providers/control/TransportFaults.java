package org.pixazo.providers.control;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.errors.entity.UpstreamTimedOutException;

/** Says what went wrong on the way to an upstream and whether a second try may go better. */
final class TransportFaults {

    private TransportFaults() {}

    /**
     * Time-outs are not worth a retry: the person has waited long enough, and the upstream may still be at work.
     *
     * @param upstream as the start of a sentence, such as "The text upstream api.x.ai"
     */
    static UpstreamFault beforeAnswer(String upstream, Throwable failure) {
        Throwable cause = unwrap(failure);
        if (cause instanceof UpstreamFault fault) {
            return fault;
        }
        if (cause instanceof PixazoException error) {
            return UpstreamFault.permanent(error, UpstreamFault.Blame.QUESTION);
        }
        if (cause instanceof TimeoutException) {
            return UpstreamFault.permanent(
                    new UpstreamTimedOutException(upstream + " did not answer in time. Try again later.", cause),
                    UpstreamFault.Blame.UPSTREAM);
        }
        return new UpstreamFault(
                new UpstreamFailedException(upstream + " " + reason(cause), cause),
                UpstreamFault.Blame.UPSTREAM,
                cause instanceof IOException && !(cause instanceof SSLException),
                null);
    }

    /** The answer had begun, so it is never asked for again. */
    static PixazoException duringAnswer(String upstream, Throwable failure) {
        Throwable cause = unwrap(failure);
        if (cause instanceof UpstreamFault fault) {
            return fault.error();
        }
        if (cause instanceof PixazoException error) {
            return error;
        }
        if (cause instanceof TimeoutException) {
            return new UpstreamTimedOutException(upstream + " fell silent in the middle of its answer.", cause);
        }
        return new UpstreamFailedException(upstream + " broke off in the middle of its answer.", cause);
    }

    /** True for a fault of the connection, in contrast to what the upstream said. */
    static boolean isTransport(Throwable failure) {
        Throwable cause = unwrap(failure);
        return cause instanceof IOException || cause instanceof TimeoutException;
    }

    static Throwable unwrap(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String reason(Throwable cause) {
        if (cause instanceof UnknownHostException || cause.getCause() instanceof UnresolvedAddressException) {
            return "cannot be reached: its host name is unknown. Check the URL and the network.";
        }
        if (cause instanceof ConnectException) {
            return "cannot be reached: the connection was refused. Check the URL and whether the server runs.";
        }
        if (cause instanceof SSLException) {
            return "cannot be reached safely: " + cause.getMessage();
        }
        if (cause instanceof IOException) {
            return "closed the connection without an answer.";
        }
        return "could not be asked.";
    }
}

package org.pixazo.providers.control;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.providers.entity.ImageFile;
import org.pixazo.providers.entity.UpstreamAccess;

/**
 * Downloads a picture from an address that a stranger named. The address and every redirect are looked at before
 * anything is sent: https only (http only for an upstream that is configured so), no credentials, and every address of
 * the host public, except where the host is the configured upstream's own. Size and content are judged by what comes,
 * not by what is announced.
 *
 * <p>The connection goes to the address that was looked at, so a name that resolves to a public address for the check
 * and to a private one for the connection (DNS rebinding) gains nothing.
 */
final class SafeDownload {

    /** Largest picture, 15 MB; a PNG of 2048 by 2048 noise has 12. */
    static final int MAX_BYTES = 15 * 1024 * 1024;

    private static final int MAX_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final UpstreamClient http;
    private final Executor lookups;

    /** @param lookups runs host name lookups, which wait */
    SafeDownload(UpstreamClient http, Executor lookups) {
        this.http = http;
        this.lookups = lookups;
    }

    /** @return fails with a {@link org.pixazo.errors.entity.PixazoException} or a fault of the connection */
    CompletableFuture<ImageFile> fetch(URI url, UpstreamAccess upstream, CancelSignal signal) {
        return fetch(url, upstream, signal, 0);
    }

    private CompletableFuture<ImageFile> fetch(URI url, UpstreamAccess upstream, CancelSignal signal, int redirects) {
        return CompletableFuture.supplyAsync(() -> check(url, upstream), lookups)
                .thenCompose(address -> http.open(
                        UpstreamRequest.get(url).with("Accept", "image/*").at(address), signal))
                .thenCompose(response -> REDIRECTS.contains(response.status())
                        ? follow(url, response, upstream, signal, redirects)
                        : read(response, upstream, signal));
    }

    private CompletableFuture<ImageFile> follow(
            URI url, UpstreamResponse response, UpstreamAccess upstream, CancelSignal signal, int redirects) {
        response.discard();
        String target = response.headers().firstValue("Location").orElse("");
        if (target.isBlank() || redirects == MAX_REDIRECTS) {
            throw refused("it leads nowhere or is redirected more than " + MAX_REDIRECTS + " times");
        }
        try {
            return fetch(url.resolve(target), upstream, signal, redirects + 1);
        } catch (IllegalArgumentException malformed) {
            throw new UpstreamFailedException("The picture's address is refused: a redirect is malformed.", malformed);
        }
    }

    private CompletableFuture<ImageFile> read(UpstreamResponse response, UpstreamAccess upstream, CancelSignal signal) {
        return http.readAll(response, MAX_BYTES, signal).thenApply(answer -> {
            if (answer.isSuccess()) {
                return ImageCheck.accept(answer.body());
            }
            UpstreamFailedException error = new UpstreamFailedException(
                    "The picture was made but could not be downloaded (HTTP status " + answer.status() + ").");
            boolean worthRetrying = answer.status() == 429 || answer.status() >= 500;
            throw new UpstreamFault(error, UpstreamFault.Blame.UPSTREAM, worthRetrying, null);
        });
    }

    /** @return the address that was looked at, or null for the configured upstream's host */
    private static InetAddress check(URI url, UpstreamAccess upstream) {
        boolean plainAllowed = "http".equals(upstream.baseUrl().getScheme());
        if (!"https".equals(url.getScheme()) && !(plainAllowed && "http".equals(url.getScheme()))) {
            throw refused("it is not https");
        }
        if (url.getHost() == null || url.getRawUserInfo() != null) {
            throw refused("it names no plain host");
        }
        if (url.getHost().equalsIgnoreCase(upstream.baseUrl().getHost())) {
            return null;
        }
        try {
            InetAddress[] addresses = InetAddress.getAllByName(url.getHost());
            for (InetAddress address : addresses) {
                if (!PublicAddresses.contains(address)) {
                    throw refused("its host " + url.getHost() + " is not on the public internet");
                }
            }
            return addresses[0];
        } catch (UnknownHostException unknown) {
            throw new UpstreamFault(
                    new UpstreamFailedException(
                            "The picture was made, but its server " + url.getHost() + " is unknown.", unknown),
                    UpstreamFault.Blame.UPSTREAM,
                    true,
                    null);
        }
    }

    private static UpstreamFailedException refused(String reason) {
        return new UpstreamFailedException("The picture's address is refused: " + reason + ".");
    }
}

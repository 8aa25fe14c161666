package org.pixazo.accounts.control;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/**
 * Tells whether a request comes from a page of Pixazo itself, by what browsers send and scripts of other sites cannot
 * forge: {@code Sec-Fetch-Site}, else {@code Origin}, else {@code Referer}.
 */
public final class SameOrigin {

    private SameOrigin() {}

    /** Whether the request proves that it comes from this origin. */
    public static boolean proven(HttpServletRequest request, Optional<String> publicUrl) {
        String fetchSite = request.getHeader("Sec-Fetch-Site");
        if (fetchSite != null) {
            return fetchSite.equals("same-origin");
        }
        String source =
                request.getHeader("Origin") != null ? request.getHeader("Origin") : request.getHeader("Referer");
        return source != null
                && (authority(source).equals(Optional.ofNullable(request.getHeader("Host")))
                        || publicUrl.isPresent() && authority(source).equals(authority(publicUrl.get())));
    }

    /** Whether the request says that it comes from elsewhere. */
    public static boolean refuted(HttpServletRequest request, Optional<String> publicUrl) {
        boolean says = request.getHeader("Sec-Fetch-Site") != null || request.getHeader("Origin") != null;
        return says && !"none".equals(request.getHeader("Sec-Fetch-Site")) && !proven(request, publicUrl);
    }

    private static Optional<String> authority(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getRawAuthority());
        } catch (IllegalArgumentException notAUrl) {
            return Optional.empty();
        }
    }
}

package org.pixazo.accounts.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.control.SameOrigin;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.accounts.entity.LocalPath;
import org.pixazo.settings.entity.Settings;

/**
 * Lets only those who are logged in see the console's pages; others are sent to the login, or to the registration where
 * there is no account at all. Requests that change something must come from Pixazo's own pages.
 */
public class PageAccessFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String SUFFIX = ".xhtml";
    private static final Set<String> OPEN = Set.of("/login", "/register");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    transient CurrentCaller current;

    @Inject
    transient UserRepository users;

    @Inject
    transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        boolean changes = !SAFE.contains(request.getMethod());
        if (path.startsWith("/jakarta.faces.resource/")) {
            chain.doFilter(request, response);
        } else if (changes && crossSite(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (path.endsWith(SUFFIX)) {
            String page =
                    path.equals("/index.xhtml") ? LocalPath.HOME : path.substring(0, path.length() - SUFFIX.length());
            response.sendRedirect(request.getContextPath() + withQuery(page, request));
        } else if (current.find().isEmpty() && !OPEN.contains(path)) {
            toLogin(request, response, path);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean crossSite(HttpServletRequest request) {
        return current.find().isPresent()
                ? !SameOrigin.proven(request, settings.baseUrl())
                : SameOrigin.refuted(request, settings.baseUrl());
    }

    private void toLogin(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        String page = request.getContextPath() + (users.empty() ? "/register" : "/login");
        boolean byScript = "partial/ajax".equals(request.getHeader("Faces-Request"));
        // Whose script asks was on the page, and is told why it is gone.
        String url = path.equals(LocalPath.HOME) && !byScript
                ? page
                : page + "?next=" + URLEncoder.encode(withQuery(path, request), StandardCharsets.UTF_8);
        if (byScript) {
            // A script waits for the answer, so the redirect must be one that it understands.
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"" + url
                            + "\"/></partial-response>");
        } else {
            response.sendRedirect(url);
        }
    }

    private static String withQuery(String path, HttpServletRequest request) {
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }
}

package org.pixazo.monitoring.boundary;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pixazo.monitoring.control.Routes;

/** Tells {@link RequestsFilter} which resource method answers. */
@Provider
@jakarta.annotation.Priority(1) // Before those that refuse, so that refused requests have a route as well.
public class RouteFilter implements ContainerRequestFilter {

    /** Attribute of a request: the path below the application's, with the names of its parameters. */
    static final String ATTRIBUTE = RouteFilter.class.getName();

    private final Map<Method, String> templates = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Context
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        request.setAttribute(ATTRIBUTE, templates.computeIfAbsent(resource.getResourceMethod(), RouteFilter::template));
    }

    private static String template(Method method) {
        Path type = method.getDeclaringClass().getAnnotation(Path.class);
        Path own = method.getAnnotation(Path.class);
        return Routes.template(type == null ? "" : type.value(), own == null ? "" : own.value());
    }
}

package org.pixazo.web.boundary;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.pixazo.web.control.Draining;

/** While the server stops, takes nothing that would begin something new: every {@code POST} does. */
@Provider
public class DrainingFilter implements ContainerRequestFilter {

    @Inject
    Draining draining;

    @Override
    public void filter(ContainerRequestContext request) {
        if (HttpMethod.POST.equals(request.getMethod())) {
            draining.refuseNewWork();
        }
    }
}

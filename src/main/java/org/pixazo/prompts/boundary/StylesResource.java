package org.pixazo.prompts.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pixazo.prompts.control.Styles;
import org.pixazo.prompts.entity.Style;
import org.pixazo.web.entity.Page;

/** The looks that a prompt can be given. */
@Path("styles")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class StylesResource {

    @Inject
    Styles styles;

    @GET
    public Page<Style> list() {
        return new Page<>(styles.all(), null);
    }
}

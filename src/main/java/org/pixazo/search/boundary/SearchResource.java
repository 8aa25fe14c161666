package org.pixazo.search.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.search.control.Search;
import org.pixazo.search.entity.Hit;
import org.pixazo.search.entity.SearchCursor;
import org.pixazo.search.entity.SearchQuery;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** Finds what the caller has said, made and saved. */
@Path("search")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Search search;

    /**
     * Messages, chats, prompts and images, the best first. All words of {@code q} must stand in one text, whatever their
     * case and the marks on their letters; words of three letters or more also find longer ones that begin with them.
     * {@code "several words"} stand side by side, {@code begin*} finds beginnings, and {@code model:}, {@code tag:},
     * {@code workspace:}, {@code before:} and {@code after:} filter. {@code marks} say where in the snippet the words
     * stand. API keys find what their scopes open.
     */
    @GET
    public Page<Hit> find(
            @QueryParam("q") String q, @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        return search.find(
                caller.get(),
                SearchQuery.of(q),
                SearchCursor.of(cursor),
                PageRequest.of(limit, null, 20).limit());
    }
}

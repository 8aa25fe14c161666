package org.pixazo.search.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.schema.control.WordSearch;
import org.pixazo.search.control.Search;
import org.pixazo.search.entity.Hit;
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
     * Messages, chats, prompts and images, newest first. Every word of {@code q} must stand in the text, as a part of a
     * word too. API keys find what their scopes open.
     */
    @GET
    public Page<Hit> find(@QueryParam("q") String q, @QueryParam("limit") String limit) {
        WordSearch words = WordSearch.of(q);
        if (words.isEmpty()) {
            throw new InvalidInputException("q", "must not be blank");
        }
        return new Page<>(
                search.find(caller.get(), words, PageRequest.of(limit, null, 20).limit()), null);
    }
}

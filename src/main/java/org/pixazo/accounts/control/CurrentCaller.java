package org.pixazo.accounts.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.errors.entity.UnauthenticatedException;

/** Who makes the present request. */
@RequestScoped
public class CurrentCaller {

    private static final String ATTRIBUTE = Caller.class.getName();

    @Inject
    HttpServletRequest request;

    /** The caller, if anybody is logged in. */
    public Optional<Caller> find() {
        return of(request);
    }

    /** The caller of a request, if anybody is logged in; for code outside of the request's own thread. */
    public static Optional<Caller> of(HttpServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
    }

    /** @throws UnauthenticatedException where nobody is logged in */
    public Caller get() {
        return find().orElseThrow(() ->
                new UnauthenticatedException("Log in, or send an API key as Authorization: Bearer pxz_…"));
    }

    /**
     * The caller, for what changes the account as a whole.
     *
     * @throws UnauthenticatedException where nobody is logged in
     * @throws ForbiddenException where the caller's API key opens a part of the account only
     */
    public Caller unlimited() {
        Caller caller = get();
        if (!caller.unlimited()) {
            throw new ForbiddenException(
                    "An API key with limits or with some scopes only cannot change the account; log in, or"
                            + " use a key without.");
        }
        return caller;
    }

    /** Binds the caller to a request. */
    public static void set(HttpServletRequest request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }
}

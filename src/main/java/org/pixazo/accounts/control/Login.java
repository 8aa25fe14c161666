package org.pixazo.accounts.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pixazo.accounts.entity.User;
import org.pixazo.errors.entity.UnauthenticatedException;

/** Lets a person in by name and password, no faster than {@link LoginLimits} allows. */
@ApplicationScoped
public class Login {

    @Inject
    AccountService accounts;

    @Inject
    SessionService sessions;

    @Inject
    LoginLimits limits;

    /**
     * A person who has entered.
     *
     * @param token of the new session
     */
    public record Entered(User user, String token) {}

    /**
     * Checks the password and begins a session.
     *
     * @param address where the attempt comes from
     * @throws UnauthenticatedException where name or password is wrong, without telling which
     * @throws org.pixazo.errors.entity.TooManyRequestsException after too many failures
     */
    public Entered enter(String username, String password, String address) {
        limits.attempt(username, address);
        User user = accounts.check(username, password)
                .orElseThrow(() -> new UnauthenticatedException("The username or the password is wrong."));
        limits.succeeded(username, address);
        return new Entered(user, sessions.begin(user));
    }
}

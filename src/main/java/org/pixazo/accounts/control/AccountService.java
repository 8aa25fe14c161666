package org.pixazo.accounts.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pixazo.accounts.entity.ProfileChanged;
import org.pixazo.accounts.entity.Role;
import org.pixazo.accounts.entity.User;
import org.pixazo.accounts.entity.UserDeleted;
import org.pixazo.accounts.entity.UserProfile;
import org.pixazo.errors.entity.ConflictException;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.settings.entity.Settings;
import org.pixazo.web.entity.IfMatch;

/** Accounts come, change and go. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AccountService {

    private static final Object REGISTRATION = new Object();

    @Inject
    UserRepository users;

    @Inject
    UserWrites writes;

    @Inject
    SessionService sessions;

    @Inject
    Authentication authentication;

    @Inject
    Passwords passwords;

    @Inject
    Settings settings;

    @Inject
    Event<UserDeleted> deleted;

    @Inject
    Event<ProfileChanged> profileChanged;

    /** Whether a stranger may register at this moment. */
    public boolean registrationOpen() {
        return switch (settings.registration()) {
            case OPEN -> true;
            case CLOSED -> false;
            case FIRST -> users.empty();
        };
    }

    /**
     * Makes an account; the very first one becomes administrator.
     *
     * @throws ForbiddenException where registration is closed
     * @throws ConflictException where the name is taken
     */
    public User register(String username, String password, String email) {
        requireOpenRegistration();
        String hash = passwords.hash(password);
        // One after the other: what JPA reads before a transaction's first write is read outside of it, and two at once
        // could both find that there is no user yet.
        synchronized (REGISTRATION) {
            return writes.add(username, email, hash, this::requireOpenRegistration);
        }
    }

    private void requireOpenRegistration() {
        if (!registrationOpen()) {
            throw new ForbiddenException(
                    "Registration is closed here. An administrator can open it (PIXAZO_REGISTRATION=open).");
        }
    }

    /** The user whose name and password these are. */
    public Optional<User> check(String username, String password) {
        Optional<User> user = users.findByUsername(username).filter(User::active);
        if (user.isEmpty()) {
            passwords.pretend(password);
        }
        return user.filter(found -> passwords.matches(password, found.passwordHash()));
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public User change(long userId, IfMatch condition, UnaryOperator<UserProfile> change) {
        User user = users.get(userId);
        condition.check(user.version());
        UserProfile before = user.profile();
        UserProfile after = change.apply(before);
        profileChanged.fire(new ProfileChanged(userId, before, after));
        user.change(after, Timestamps.now());
        return user;
    }

    /**
     * Changes the password and ends every session of the user.
     *
     * @throws InvalidInputException where the present password is wrong
     */
    public void changePassword(long userId, String currentPassword, String newPassword) {
        if (!passwords.matches(currentPassword, users.get(userId).passwordHash())) {
            throw new InvalidInputException("current_password", "is not the present password");
        }
        writes.changePassword(userId, passwords.hash(newPassword));
        sessions.endAll(userId);
    }

    /**
     * Changes role and status.
     *
     * @throws ConflictException where no active administrator would be left
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public User administer(long userId, IfMatch condition, Role role, boolean active) {
        User user = users.get(userId);
        condition.check(user.version());
        if (user.role() == Role.ADMIN && user.active() && (role != Role.ADMIN || !active)) {
            keepOneAdministrator();
        }
        user.administer(role, active, Timestamps.now());
        if (!active) {
            sessions.endAll(userId);
        }
        authentication.forget();
        return user;
    }

    /**
     * Removes a user with all that is the user's.
     *
     * @throws NotFoundException where there is none
     * @throws ConflictException where no active administrator would be left
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void remove(long userId, IfMatch condition) {
        User user = users.get(userId);
        condition.check(user.version());
        if (user.role() == Role.ADMIN && user.active()) {
            keepOneAdministrator();
        }
        deleted.fire(new UserDeleted(userId));
        users.remove(user);
        authentication.forget();
    }

    private void keepOneAdministrator() {
        if (users.administrators() < 2) {
            throw new ConflictException("This is the last administrator; make another one first.");
        }
    }
}

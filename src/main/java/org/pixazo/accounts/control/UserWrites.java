package org.pixazo.accounts.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.pixazo.accounts.entity.Role;
import org.pixazo.accounts.entity.User;
import org.pixazo.errors.entity.ConflictException;
import org.pixazo.schema.entity.Timestamps;

/**
 * The short transactions of accounts whose passwords are hashed: the hash is made before, because nobody else could
 * write during the third of a second that it takes.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class UserWrites {

    @Inject
    UserRepository users;

    /**
     * Adds a user; the very first one becomes administrator.
     *
     * @param permission throws where it may no longer be done, asked inside the transaction
     * @throws ConflictException where the name is taken
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public User add(String username, String email, String passwordHash, Runnable permission) {
        permission.run();
        if (users.findByUsername(username).isPresent()) {
            throw new ConflictException("The username " + username + " is taken.");
        }
        Role role = users.empty() ? Role.ADMIN : Role.USER;
        User user = new User(username, email, passwordHash, role, Timestamps.now());
        users.add(user);
        return user;
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void changePassword(long userId, String passwordHash) {
        users.get(userId).changePassword(passwordHash, Timestamps.now());
    }

    /** Makes the administrator whom the settings name, or an administrator of the user who has the name. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public User provision(String username, String passwordHash) {
        Instant now = Timestamps.now();
        User user = users.findByUsername(username).orElse(null);
        if (user == null) {
            user = new User(username, null, passwordHash, Role.ADMIN, now);
            users.add(user);
            return user;
        }
        if (user.role() != Role.ADMIN || !user.active()) {
            user.administer(Role.ADMIN, true, now);
        }
        if (passwordHash != null) {
            user.changePassword(passwordHash, now);
        }
        return user;
    }
}

package org.pixazo.accounts.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.pixazo.accounts.entity.Session;
import org.pixazo.accounts.entity.User;
import org.pixazo.schema.entity.Timestamps;

/** Logins of browsers. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SessionService {

    @PersistenceContext
    EntityManager em;

    @Inject
    Authentication authentication;

    /** Begins a session; every login gets a token of its own. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public String begin(User user) {
        String token = Tokens.next();
        em.persist(new Session(user.id(), Tokens.hash(token), Timestamps.now()));
        return token;
    }

    /** The session of a token. */
    public Optional<Session> find(String token) {
        return em.createQuery("SELECT s FROM Session s WHERE s.tokenHash = :hash", Session.class)
                .setParameter("hash", Tokens.hash(token))
                .getResultStream()
                .findFirst();
    }

    /** Ends a session, at logout. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void end(String token) {
        em.createQuery("DELETE FROM Session s WHERE s.tokenHash = :hash")
                .setParameter("hash", Tokens.hash(token))
                .executeUpdate();
        authentication.forget();
    }

    /** Ends all sessions of a user. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void endAll(long userId) {
        em.createQuery("DELETE FROM Session s WHERE s.userId = :user")
                .setParameter("user", userId)
                .executeUpdate();
        authentication.forget();
    }

    /** Removes what has expired. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int sweep() {
        return em.createQuery("DELETE FROM Session s WHERE s.expiresAt < :now")
                .setParameter("now", Timestamps.now())
                .executeUpdate();
    }
}

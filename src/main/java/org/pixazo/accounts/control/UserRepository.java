package org.pixazo.accounts.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pixazo.accounts.entity.User;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** Queries and writes of users. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class UserRepository {

    @PersistenceContext
    EntityManager em;

    public void add(User user) {
        em.persist(user);
    }

    public Optional<User> find(long id) {
        return Optional.ofNullable(em.find(User.class, id));
    }

    /** @throws NotFoundException where there is none */
    public User get(long id) {
        return find(id).orElseThrow(() -> new NotFoundException("There is no user " + id + "."));
    }

    /** The user of a name, without regard to case. */
    public Optional<User> findByUsername(String username) {
        return em.createQuery("SELECT u FROM User u WHERE LOWER(u.username) = :name", User.class)
                .setParameter("name", username.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    /** Whether there is no user at all. */
    public boolean empty() {
        return em.createQuery("SELECT u.id FROM User u", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Newest first. */
    public Page<User> list(PageRequest page) {
        List<User> rows = em.createQuery("SELECT u FROM User u WHERE u.id < :after ORDER BY u.id DESC", User.class)
                .setParameter("after", page.after() == null ? Long.MAX_VALUE : page.after())
                .setMaxResults(page.limit() + 1)
                .getResultList();
        return page.page(rows, User::id);
    }

    /** How many active administrators there are. */
    public long administrators() {
        return em.createQuery("SELECT COUNT(u) FROM User u WHERE u.role = 'admin' AND u.status = 'active'", Long.class)
                .getSingleResult();
    }

    public void remove(User user) {
        em.remove(user);
    }
}

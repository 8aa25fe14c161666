package org.pixazo.telegram.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pixazo.accounts.control.AccountService;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.accounts.entity.Role;
import org.pixazo.accounts.entity.User;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.telegram.entity.Incoming;
import org.pixazo.telegram.entity.LinkCode;
import org.pixazo.telegram.entity.TelegramUser;
import org.pixazo.web.entity.IfMatch;

/** Which account is behind a person on Telegram. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TelegramUsers {

    /** How long a code can be used. */
    public static final Duration CODE_VALID = Duration.ofMinutes(10);

    /** What changes hands when an account that the bot made is left for another one. */
    private static final List<String> BELONGINGS = List.of(
            "UPDATE Workspace w SET w.userId = :now WHERE w.userId = :before",
            "UPDATE Prompt p SET p.userId = :now WHERE p.userId = :before",
            "UPDATE Board b SET b.userId = :now WHERE b.userId = :before",
            "UPDATE ImageJob j SET j.place.userId = :now WHERE j.place.userId = :before",
            "UPDATE Image i SET i.place.userId = :now WHERE i.place.userId = :before",
            "UPDATE TelegramConversation c SET c.userId = :now WHERE c.userId = :before AND NOT EXISTS"
                    + " (SELECT o FROM TelegramConversation o WHERE o.userId = :now"
                    + " AND o.telegramChatId = c.telegramChatId)",
            "UPDATE AwaitedWork w SET w.userId = :now WHERE w.userId = :before");

    @PersistenceContext
    EntityManager em;

    @Inject
    AccountService accounts;

    @Inject
    UserRepository users;

    public Optional<TelegramUser> find(long telegramId) {
        return Optional.ofNullable(em.find(TelegramUser.class, telegramId));
    }

    /** The people on Telegram behind whom an account is. */
    public List<TelegramUser> of(long userId) {
        return em.createQuery(
                        "SELECT t FROM TelegramUser t WHERE t.userId = :user ORDER BY t.telegramId", TelegramUser.class)
                .setParameter("user", userId)
                .getResultList();
    }

    /** Makes an account for a person, in a role that an administrator has chosen. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public TelegramUser register(Incoming.Sender person, boolean invited, Role role) {
        String name = person.username() == null ? "tg-" + person.id() : "tg-" + person.username();
        User user = accounts.registerWithoutPassword(name, spareName(person), invited);
        if (role != user.role()) {
            user.administer(role, true, Timestamps.now());
        }
        em.flush();
        TelegramUser made = new TelegramUser(person.id(), user.id(), person.name(), true, Timestamps.now());
        em.persist(made);
        return made;
    }

    /** A name that is free, also for a person who has left accounts of the bot before. */
    private String spareName(Incoming.Sender person) {
        String plain = "tg-" + person.id();
        return IntStream.iterate(1, n -> n + 1)
                .mapToObj(n -> n == 1 ? plain : plain + "-" + n)
                .filter(name -> users.findByUsername(name).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Gives an account a new code in place of any earlier one. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Instant allow(long userId, String codeHash) {
        em.createQuery("DELETE FROM LinkCode c WHERE c.userId = :user")
                .setParameter("user", userId)
                .executeUpdate();
        Instant until = Timestamps.now().plus(CODE_VALID);
        em.persist(new LinkCode(userId, codeHash, until));
        return until;
    }

    /**
     * Puts the account that a code stands for behind a person. What an account that the bot made holds goes along.
     *
     * @return id of the account; empty where the code is none or too old
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<Long> link(Incoming.Sender person, String codeHash) {
        List<LinkCode> codes = em.createQuery("SELECT c FROM LinkCode c WHERE c.codeHash = :hash", LinkCode.class)
                .setParameter("hash", codeHash)
                .getResultList();
        int used = em.createQuery("DELETE FROM LinkCode c WHERE c.codeHash = :hash")
                .setParameter("hash", codeHash)
                .executeUpdate();
        if (used != 1 || codes.isEmpty() || !codes.get(0).validAt(Timestamps.now())) {
            return Optional.empty();
        }
        long account = codes.get(0).userId();
        TelegramUser known = em.find(TelegramUser.class, person.id());
        if (known == null) {
            em.persist(new TelegramUser(person.id(), account, person.name(), false, Timestamps.now()));
        } else {
            if (known.ownAccount() && known.userId() != account) {
                handOver(known.userId(), account);
                // Nobody has a password for it.
                accounts.administer(known.userId(), IfMatch.ANY, Role.USER, false);
            }
            known.link(account);
        }
        return Optional.of(account);
    }

    private void handOver(long before, long now) {
        BELONGINGS.forEach(change -> em.createQuery(change)
                .setParameter("now", now)
                .setParameter("before", before)
                .executeUpdate());
    }

    /** @throws NotFoundException where the account has no such person */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void unlink(long userId, long telegramId) {
        int removed = em.createQuery("DELETE FROM TelegramUser t WHERE t.telegramId = :id AND t.userId = :user")
                .setParameter("id", telegramId)
                .setParameter("user", userId)
                .executeUpdate();
        if (removed == 0) {
            throw new NotFoundException("No Telegram account " + telegramId + " is linked with yours.");
        }
    }
}

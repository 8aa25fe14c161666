package org.pixazo.telegram.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.pixazo.accounts.control.AccountService;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.accounts.entity.Role;
import org.pixazo.accounts.entity.User;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.telegram.entity.AccessFields;
import org.pixazo.telegram.entity.TelegramAccess;
import org.pixazo.telegram.entity.TelegramPerson;
import org.pixazo.telegram.entity.TelegramUser;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.Page;
import org.pixazo.web.entity.PageRequest;

/** The people on Telegram, those who came and those of whom an administrator has said something. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TelegramPeople {

    @PersistenceContext
    EntityManager em;

    @Inject
    UserRepository users;

    @Inject
    AccountService accounts;

    /** The greatest numbers first. */
    public Page<TelegramPerson> list(PageRequest page) {
        List<Long> ids = Stream.of("TelegramUser", "TelegramAccess")
                .flatMap(type -> em.createQuery(
                                "SELECT p.telegramId FROM " + type
                                        + " p WHERE p.telegramId < :after ORDER BY p.telegramId DESC",
                                Long.class)
                        .setParameter("after", page.after() == null ? Long.MAX_VALUE : page.after())
                        .setMaxResults(page.limit() + 1)
                        .getResultStream())
                .distinct()
                .sorted((one, other) -> Long.compare(other, one))
                .limit(page.limit() + 1L)
                .toList();
        return page.page(ids, Long::longValue).map(this::person);
    }

    /** @throws NotFoundException where the person has not come and nothing was said of them */
    public TelegramPerson get(long telegramId) {
        TelegramPerson person = person(telegramId);
        if (person.contact() == null && person.version() == 0) {
            throw unknown(telegramId);
        }
        return person;
    }

    /** What was said of a person. */
    public AccessFields access(long telegramId) {
        return find(telegramId).map(TelegramAccess::fields).orElse(AccessFields.NONE);
    }

    /**
     * Says something of a person. A role goes to the account behind at once.
     *
     * @throws org.pixazo.errors.entity.ConflictException where no active administrator would be left
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public TelegramPerson change(long telegramId, IfMatch condition, UnaryOperator<AccessFields> change) {
        TelegramPerson present = person(telegramId);
        condition.check(present.version());
        AccessFields wanted = change.apply(present.access());
        if (present.account() != null && !wanted.role().equals(present.access().role())) {
            Role role = Role.valueOf(wanted.role().toUpperCase(Locale.ROOT));
            accounts.administer(
                    present.account().id(), IfMatch.ANY, role, present.account().active());
        }
        Optional<TelegramAccess> known = find(telegramId);
        TelegramAccess row = known.orElseGet(() -> new TelegramAccess(telegramId, Timestamps.now()));
        row.change(wanted, Timestamps.now());
        if (known.isEmpty()) {
            em.persist(row);
        }
        em.flush();
        return person(telegramId);
    }

    /**
     * Takes back what was said of a person; the account stays as it is.
     *
     * @throws NotFoundException where nothing was said
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void forget(long telegramId, IfMatch condition) {
        TelegramAccess row = find(telegramId).orElseThrow(() -> unknown(telegramId));
        condition.check(row.version());
        em.remove(row);
    }

    private TelegramPerson person(long telegramId) {
        TelegramUser contact = em.find(TelegramUser.class, telegramId);
        User account = contact == null ? null : users.find(contact.userId()).orElse(null);
        AccessFields access = access(telegramId);
        return new TelegramPerson(
                telegramId,
                contact,
                account,
                account == null ? access : access.of(account.role().name().toLowerCase(Locale.ROOT)),
                find(telegramId).map(TelegramAccess::version).orElse(0L));
    }

    private Optional<TelegramAccess> find(long telegramId) {
        return Optional.ofNullable(em.find(TelegramAccess.class, telegramId));
    }

    private static NotFoundException unknown(long telegramId) {
        return new NotFoundException("Nothing is known of a person " + telegramId + " on Telegram.");
    }
}

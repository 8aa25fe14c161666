package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.KeyLimits;
import org.pixazo.accounts.entity.Role;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.accounts.entity.User;
import org.pixazo.settings.entity.Settings;
import org.pixazo.telegram.entity.AccessFields;
import org.pixazo.telegram.entity.Incoming;
import org.pixazo.telegram.entity.TelegramUser;

/** Lets people in: those who have an account, and those who may have one. */
@ApplicationScoped
public class Doorkeeper {

    private static final String ALLOWED = "allowed";
    private static final String BLOCKED = "blocked";

    @Inject
    TelegramUsers people;

    @Inject
    TelegramPeople rules;

    @Inject
    UserRepository users;

    @Inject
    Settings settings;

    @Inject
    Texts texts;

    /**
     * The exchange with the account behind.
     *
     * @param stranger as which somebody came; hears why where nobody is let in
     * @param openToAll whether what is asked for needs no account
     * @return null where nobody is let in
     */
    Exchange open(Exchange stranger, boolean openToAll) {
        Incoming update = stranger.incoming();
        AccessFields access = rules.access(update.sender().id());
        Set<Long> allowed = settings.telegramAllowed();
        boolean invited = access.access().equals(ALLOWED)
                || allowed.contains(update.sender().id());
        if (access.access().equals(BLOCKED)) {
            return refused(stranger, "access.blocked");
        }
        if (!allowed.isEmpty() && !invited && !allowed.contains(update.chatId())) {
            return refused(stranger, "access.notAllowed");
        }
        Optional<TelegramUser> known = people.find(update.sender().id());
        if (known.isEmpty() && (invited || settings.registration() == Settings.Registration.OPEN) && !users.empty()) {
            known = Optional.of(people.register(update.sender(), invited, role(access)));
        }
        if (known.isEmpty()) {
            if (openToAll) {
                return stranger;
            }
            stranger.say(stranger.text("access.link"));
            return null;
        }
        Optional<User> user = users.find(known.get().userId()).filter(User::active);
        if (user.isEmpty()) {
            stranger.say(stranger.text("access.disabled"));
            return null;
        }
        return new Exchange(update, caller(user.get()), texts.in(update.sender().language()));
    }

    private static Role role(AccessFields access) {
        return Role.valueOf(access.role().toUpperCase(Locale.ROOT));
    }

    /** In a group nobody hears of it. */
    private static Exchange refused(Exchange stranger, String why) {
        if (!stranger.incoming().group()) {
            stranger.say(stranger.text(why, stranger.incoming().sender().id()));
        }
        return null;
    }

    private static Caller caller(User user) {
        return new Caller(
                user.id(),
                user.username(),
                user.role(),
                EnumSet.complementOf(EnumSet.of(Scope.ADMIN)),
                null,
                Set.of(),
                KeyLimits.NONE);
    }
}

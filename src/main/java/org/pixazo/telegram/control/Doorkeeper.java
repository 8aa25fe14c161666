package org.pixazo.telegram.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.pixazo.accounts.control.UserRepository;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.KeyLimits;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.accounts.entity.User;
import org.pixazo.settings.entity.Settings;
import org.pixazo.telegram.entity.Incoming;
import org.pixazo.telegram.entity.TelegramUser;

/** Lets people in: those who have an account, and those who may have one. */
@ApplicationScoped
public class Doorkeeper {

    @Inject
    TelegramUsers people;

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
        Set<Long> allowed = settings.telegramAllowed();
        if (!allowed.isEmpty() && !allowed.contains(update.sender().id()) && !allowed.contains(update.chatId())) {
            if (!update.group()) {
                stranger.say(stranger.text("access.notAllowed", update.sender().id()));
            }
            return null;
        }
        Optional<TelegramUser> known = people.find(update.sender().id());
        boolean invited = allowed.contains(update.sender().id());
        if (known.isEmpty() && (invited || settings.registration() == Settings.Registration.OPEN) && !users.empty()) {
            known = Optional.of(people.register(update.sender(), invited));
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

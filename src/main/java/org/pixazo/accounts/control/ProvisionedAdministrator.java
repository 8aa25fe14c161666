package org.pixazo.accounts.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pixazo.accounts.entity.User;
import org.pixazo.settings.entity.Settings;

/** The administrator and the API key that the settings name. Running it again changes nothing. */
@ApplicationScoped
public class ProvisionedAdministrator {

    @Inject
    Settings settings;

    @Inject
    UserRepository users;

    @Inject
    UserWrites writes;

    @Inject
    Passwords passwords;

    @Inject
    ApiKeyService keys;

    /** Brings the account and the key in line with the settings. */
    public void provide() {
        if (settings.adminUsername().isEmpty()) {
            return;
        }
        String username = settings.adminUsername().get();
        String password = settings.adminPassword().orElseThrow();
        boolean unchanged = users.findByUsername(username)
                .map(user -> passwords.matches(password, user.passwordHash()))
                .orElse(false);
        User administrator = writes.provision(username, unchanged ? null : passwords.hash(password));
        settings.adminApiKey().ifPresent(secret -> keys.provision(administrator.id(), secret));
    }
}

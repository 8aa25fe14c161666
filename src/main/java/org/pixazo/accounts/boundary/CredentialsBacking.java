package org.pixazo.accounts.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.pixazo.accounts.control.CredentialService;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.Credential;
import org.pixazo.errors.entity.InvalidInputException;

/** The caller's own upstream keys on the account page. They go in and are never shown. */
@Named
@RequestScoped
public class CredentialsBacking {

    private static final int LONGEST = 4000;

    @Inject
    CurrentCaller caller;

    @Inject
    CredentialService credentials;

    private String apiKey;

    /** The credential for a provider, without its key; null where there is none. */
    public Credential of(String provider) {
        Optional<Credential> found = credentials.list(caller.get().userId()).stream()
                .filter(credential -> credential.provider().equals(provider))
                .findFirst();
        return found.orElse(null);
    }

    public void save(String provider) {
        if (apiKey == null || apiKey.isBlank() || apiKey.length() > LONGEST) {
            throw new InvalidInputException("api_key", "must have 1 to " + LONGEST + " characters");
        }
        credentials.put(caller.get().userId(), provider, apiKey.strip());
        apiKey = null;
        say("Saved and sealed. It is used from the next request on.");
    }

    public void remove(String provider) {
        credentials.remove(caller.get().userId(), provider);
        say("Removed.");
    }

    private static void say(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(text));
    }

    public String getApiKey() {
        return apiKey;
    }

    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }
}

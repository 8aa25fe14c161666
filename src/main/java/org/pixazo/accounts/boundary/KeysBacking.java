package org.pixazo.accounts.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pixazo.accounts.control.ApiKeyService;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.ApiKey;
import org.pixazo.accounts.entity.KeyLimits;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.settings.entity.Settings;
import org.pixazo.web.control.PublicUrl;
import org.pixazo.web.entity.PageRequest;

/** The caller's API keys on the account page. A new key's secret is shown by the answer that makes it, and never again. */
@Named
@RequestScoped
public class KeysBacking {

    private static final int SHOWN = 100;
    private static final int LONGEST_NAME = 100;

    @Inject
    CurrentCaller caller;

    @Inject
    ApiKeyService keys;

    @Inject
    HttpServletRequest request;

    @Inject
    Settings settings;

    private List<ApiKey> list;
    private String name;
    private List<String> scopes = Scope.defaults().stream().map(Scope::word).toList();
    private LocalDate expires;
    private String secret;
    private Long id;

    /** Newest first; asked for once a request, and anew after a change. */
    public List<ApiKey> getList() {
        if (list == null) {
            list = keys.list(caller.get().userId(), new PageRequest(SHOWN, null))
                    .items();
        }
        return list;
    }

    /** The scopes that the caller may give. */
    public List<String> getChoices() {
        return Stream.of(Scope.values())
                .filter(scope -> scope != Scope.ADMIN || caller.get().administrator())
                .map(Scope::word)
                .toList();
    }

    public void create() {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new InvalidInputException("key_name", "must have 1 to " + LONGEST_NAME + " characters");
        }
        if (expires != null && !expires.isAfter(LocalDate.now(ZoneOffset.UTC))) {
            throw new InvalidInputException("expires", "must be in the future");
        }
        Set<Scope> granted = EnumSet.noneOf(Scope.class);
        scopes.forEach(word -> Scope.of(word).ifPresent(granted::add));
        if (granted.isEmpty()) {
            throw new InvalidInputException("scopes", "must be at least one");
        }
        secret = keys.create(
                        caller.get(),
                        new ApiKeyService.Grant(
                                name.strip(),
                                granted,
                                List.of(),
                                KeyLimits.NONE,
                                expires == null
                                        ? null
                                        : expires.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .secret();
        name = null;
        expires = null;
        list = null;
    }

    /** Shows a key in the dialog. */
    public void choose(long chosen, String itsName) {
        id = chosen;
        name = itsName;
    }

    public void remove() {
        keys.remove(caller.get().userId(), id);
        list = null;
    }

    /** The secret of the key that this request made; null otherwise. */
    public String getSecret() {
        return secret;
    }

    /** Where programs find the OpenAI-compatible API. */
    public String getApiUrl() {
        return PublicUrl.of(request, settings) + "/v1";
    }

    /** Whether the key that this request made opens chats, so that a first question can be shown. */
    public boolean isChatOpened() {
        return scopes.contains(Scope.CHAT.word());
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<String> getScopes() {
        return scopes;
    }

    public void setScopes(List<String> scopes) {
        this.scopes = scopes;
    }

    public LocalDate getExpires() {
        return expires;
    }

    public void setExpires(LocalDate expires) {
        this.expires = expires;
    }
}

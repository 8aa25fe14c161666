package org.pixazo.accounts.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.pixazo.accounts.control.ApiKeyService;
import org.pixazo.accounts.control.CurrentCaller;
import org.pixazo.accounts.entity.ApiKey;
import org.pixazo.accounts.entity.KeyLimits;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.schema.entity.Dollars;
import org.pixazo.settings.entity.Settings;
import org.pixazo.web.control.Bodies;
import org.pixazo.web.control.PublicUrl;
import org.pixazo.web.entity.IfMatch;
import org.pixazo.web.entity.PageRequest;

/** The caller's API keys on the account page. A new key's secret is shown by the answer that makes it, and never again. */
@Named
@RequestScoped
public class KeysBacking {

    private static final int SHOWN = 100;
    private static final int LONGEST_NAME = 100;
    private static final IfMatch NO_CONDITION = IfMatch.ANY;

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

    // Faces puts what was chosen into a list of the same class, so this one must be such as can be made and filled.
    private List<String> scopes =
            new ArrayList<>(Scope.defaults().stream().map(Scope::word).toList());

    private LocalDate expires;
    private String models;
    private Integer requestsPerMinute;
    private Long tokensPerMinute;
    private Integer parallelRequests;
    private Long monthlyTokens;
    private BigDecimal monthlyCost;
    private ApiKeyService.NewKey made;
    private Long id;

    @Inject
    Bodies bodies;

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
        made = keys.create(caller.get(), filled(null).grant());
        name = null;
        expires = null;
        models = null;
        requestsPerMinute = null;
        tokensPerMinute = null;
        parallelRequests = null;
        monthlyTokens = null;
        monthlyCost = null;
        list = null;
    }

    /**
     * What the form says.
     *
     * @param presentExpiry until when the key is valid so far; stays, with its time of day, where its date was not changed
     * @throws InvalidInputException naming the fields of the form that are wrong
     */
    private KeyFields filled(Instant presentExpiry) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new InvalidInputException("key_name", "must have 1 to " + LONGEST_NAME + " characters");
        }
        Instant expiry = Objects.equals(expires, date(presentExpiry)) ? presentExpiry : startOf(expires);
        if (scopes.isEmpty()) {
            throw new InvalidInputException("scopes", "must be at least one");
        }
        return bodies.valid(new KeyFields(
                name,
                expiry,
                scopes,
                Stream.of((models == null ? "" : models).split("[,\\s]+"))
                        .filter(model -> !model.isEmpty())
                        .toList(),
                requestsPerMinute,
                tokensPerMinute,
                parallelRequests,
                monthlyTokens,
                monthlyCost,
                false));
    }

    private static LocalDate date(Instant time) {
        return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static Instant startOf(LocalDate day) {
        if (day == null) {
            return null;
        }
        if (!day.isAfter(LocalDate.now(ZoneOffset.UTC))) {
            throw new InvalidInputException("expires", "must be in the future");
        }
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Shows what a key opens in the dialog that changes it. */
    public void edit(long chosen) {
        ApiKey key = keys.get(caller.get().userId(), chosen);
        KeyFields fields = KeyFields.of(key);
        id = chosen;
        name = fields.name();
        expires = date(fields.expiresAt());
        scopes = fields.scopes();
        models = String.join(", ", fields.models());
        requestsPerMinute = fields.requestsPerMinute();
        tokensPerMinute = fields.tokensPerMinute();
        parallelRequests = fields.parallelRequests();
        monthlyTokens = fields.monthlyTokens();
        monthlyCost = fields.monthlyCost();
    }

    /** Changes the key of the dialog. */
    public void save() {
        keys.change(
                caller.get(), id, NO_CONDITION, key -> filled(key.expiresAt()).grant(key.blocked()));
        list = null;
    }

    /** Shows a key in a dialog. */
    public void choose(long chosen, String itsName) {
        id = chosen;
        name = itsName;
    }

    public void remove() {
        keys.remove(caller.get(), id, NO_CONDITION);
        list = null;
    }

    /** Gives the chosen key a new secret. */
    public void rotate() {
        made = keys.rotate(caller.get(), id);
        list = null;
    }

    /** Blocks a key, or lets it in again. */
    public void block(long chosen, boolean blocked) {
        keys.change(caller.get(), chosen, NO_CONDITION, key -> KeyFields.of(key).grant(blocked));
        list = null;
    }

    /** The limits of a key in words; empty where it has none. */
    public String limits(ApiKey key) {
        KeyLimits limits = key.limits();
        List<String> words = new ArrayList<>();
        add(words, limits.requestsPerMinute(), "requests/min");
        add(words, limits.tokensPerMinute(), "tokens/min");
        add(words, limits.parallelRequests(), "at once");
        add(words, limits.monthlyTokens(), "tokens/month");
        if (limits.monthlyCost() != null) {
            words.add("$" + Dollars.of(limits.monthlyCost()).toPlainString() + "/month");
        }
        if (!key.models().isEmpty()) {
            words.add("only " + String.join(", ", key.models()));
        }
        return String.join(" · ", words);
    }

    private static void add(List<String> words, Number limit, String unit) {
        if (limit != null) {
            words.add(limit + " " + unit);
        }
    }

    /** The secret of the key that this request made; null otherwise. */
    public String getSecret() {
        return made == null ? null : made.secret();
    }

    /** Where programs find the OpenAI-compatible API. */
    public String getApiUrl() {
        return PublicUrl.of(request, settings) + "/v1";
    }

    /** Whether the key that this request made opens the MCP server. */
    public boolean isMcpOpened() {
        return made != null && made.key().scopes().contains(Scope.MCP);
    }

    /** Whether the key that this request made opens chats with any model, so that a first question can be shown. */
    public boolean isChatOpened() {
        return made != null
                && made.key().scopes().contains(Scope.CHAT)
                && made.key().models().isEmpty();
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

    public String getModels() {
        return models;
    }

    public void setModels(String models) {
        this.models = models;
    }

    public Integer getRequestsPerMinute() {
        return requestsPerMinute;
    }

    public void setRequestsPerMinute(Integer requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    public Long getTokensPerMinute() {
        return tokensPerMinute;
    }

    public void setTokensPerMinute(Long tokensPerMinute) {
        this.tokensPerMinute = tokensPerMinute;
    }

    public Integer getParallelRequests() {
        return parallelRequests;
    }

    public void setParallelRequests(Integer parallelRequests) {
        this.parallelRequests = parallelRequests;
    }

    public Long getMonthlyTokens() {
        return monthlyTokens;
    }

    public void setMonthlyTokens(Long monthlyTokens) {
        this.monthlyTokens = monthlyTokens;
    }

    public BigDecimal getMonthlyCost() {
        return monthlyCost;
    }

    public void setMonthlyCost(BigDecimal monthlyCost) {
        this.monthlyCost = monthlyCost;
    }
}

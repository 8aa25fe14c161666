package org.pixazo.accounts.boundary;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pixazo.accounts.control.ApiKeyService;
import org.pixazo.accounts.entity.ApiKey;
import org.pixazo.accounts.entity.KeyLimits;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.schema.entity.Dollars;

/**
 * What an API key opens; null for no limit. Months are calendar months in UTC.
 *
 * @param name to tell keys apart
 * @param expiresAt until when it is valid
 * @param scopes none named means all but {@code admin}
 * @param models the only ones that it opens; none named means all
 * @param requestsPerMinute calls of models in a minute
 * @param tokensPerMinute tokens of questions and answers in a minute
 * @param parallelRequests calls of models at the same time
 * @param monthlyTokens tokens in a month
 * @param monthlyCost US dollars in a month; calls of models without a price do not count
 * @param blocked whether it opens nothing for now
 */
record KeyFields(
        @NotBlank(message = "is needed") @Size(max = 100, message = "must have at most 100 characters")
        String name,

        Instant expiresAt,
        List<String> scopes,
        List<@NotBlank(message = "must not be blank") String> models,
        @Positive(message = "must be at least 1") Integer requestsPerMinute,
        @Positive(message = "must be at least 1") Long tokensPerMinute,
        @Positive(message = "must be at least 1") Integer parallelRequests,
        @Positive(message = "must be at least 1") Long monthlyTokens,

        @DecimalMin(value = "0.000000001", message = "must be more than 0")
        @Digits(integer = 9, fraction = 9, message = "must be below a billion, with at most 9 decimals")
        BigDecimal monthlyCost,

        Boolean blocked) {

    static KeyFields of(ApiKey key) {
        KeyLimits limits = key.limits();
        return new KeyFields(
                key.name(),
                key.expiresAt(),
                key.scopes().stream().map(Scope::word).toList(),
                List.copyOf(key.models()),
                limits.requestsPerMinute(),
                limits.tokensPerMinute(),
                limits.parallelRequests(),
                limits.monthlyTokens(),
                Dollars.of(limits.monthlyCost()),
                key.blocked());
    }

    ApiKeyService.Grant grant() {
        return grant(Boolean.TRUE.equals(blocked));
    }

    ApiKeyService.Grant grant(boolean nowBlocked) {
        return new ApiKeyService.Grant(
                name.strip(),
                granted(),
                models == null ? List.of() : models,
                new KeyLimits(
                        requestsPerMinute,
                        tokensPerMinute,
                        parallelRequests,
                        monthlyTokens,
                        monthlyCost == null ? null : Dollars.billionths(monthlyCost)),
                expiresAt,
                nowBlocked);
    }

    private Set<Scope> granted() {
        if (scopes == null || scopes.isEmpty()) {
            return Scope.defaults();
        }
        Set<Scope> granted = EnumSet.noneOf(Scope.class);
        for (String word : scopes) {
            granted.add(Scope.of(word)
                    .orElseThrow(() -> new InvalidInputException(
                            "scopes", "must be of chat, images, prompts, workspaces, mcp and admin")));
        }
        return granted;
    }
}

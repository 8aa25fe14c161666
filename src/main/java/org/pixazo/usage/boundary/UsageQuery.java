package org.pixazo.usage.boundary;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.usage.entity.Channel;
import org.pixazo.usage.entity.UsageFilter;
import org.pixazo.web.entity.QueryValues;

/**
 * The query parameters that choose calls. {@code from} and {@code to} are RFC 3339 times, {@code to} not included, or
 * dates, which are whole days in UTC.
 */
public class UsageQuery {

    @QueryParam("channel")
    String channel;

    @QueryParam("model")
    String model;

    @QueryParam("key_id")
    String keyId;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    /** {@code true}: everybody's calls, for administrators. */
    @QueryParam("all")
    String all;

    /** One user's calls, for administrators. */
    @QueryParam("user_id")
    String userId;

    UsageFilter filter(Caller caller) {
        Instant begin = QueryValues.time("from", from, 0);
        Instant end = QueryValues.time("to", to, 1);
        if (begin != null && end != null && !begin.isBefore(end)) {
            throw new InvalidInputException("from", "must be before to");
        }
        return new UsageFilter(whose(caller), channel(channel), model, QueryValues.id("key_id", keyId), begin, end);
    }

    private Long whose(Caller caller) {
        if (all != null && !all.equals("true") && !all.equals("false")) {
            throw new InvalidInputException("all", "must be true or false");
        }
        Long user = QueryValues.id("user_id", userId);
        boolean others = "true".equals(all) || user != null && user != caller.userId();
        if (others && !caller.administrator()) {
            throw new ForbiddenException("Only administrators may see the calls of others.");
        }
        return user == null && !others ? Long.valueOf(caller.userId()) : user;
    }

    private static Channel channel(String word) {
        return word == null
                ? null
                : Channel.of(word)
                        .orElseThrow(
                                () -> new InvalidInputException("channel", "must be web, api, v1, mcp or telegram"));
    }
}

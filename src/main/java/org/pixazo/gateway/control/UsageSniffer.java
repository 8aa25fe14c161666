package org.pixazo.gateway.control;

import java.util.Arrays;
import java.util.Optional;
import org.pixazo.providers.entity.TokenUsage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/**
 * Finds the tokens in an answer by its bytes. Of several figures the last counts: some servers send a sum with every
 * chunk. Only that one is read as JSON, and only when somebody asks. Not thread-safe.
 */
final class UsageSniffer {

    private static final byte[] USAGE = ByteSearch.ascii("\"usage\"");

    private byte[] figures;

    /** @return whether there are figures in the range; a {@code null} is none */
    boolean look(byte[] bytes, int from, int to) {
        boolean found = false;
        for (int at = ByteSearch.indexOf(bytes, from, to, USAGE);
                at >= 0;
                at = ByteSearch.indexOf(bytes, at + 1, to, USAGE)) {
            int value = ByteSearch.valueAt(bytes, at, USAGE, to);
            if (value >= 0 && value < to && bytes[value] == '{') {
                figures = Arrays.copyOfRange(bytes, value, to);
                found = true;
            }
        }
        return found;
    }

    /** What was found; empty where the upstream does not tell. */
    Optional<TokenUsage> usage() {
        if (figures == null) {
            return Optional.empty();
        }
        // More text follows the object.
        try (JsonParser parser = ForeignBytes.json().createParser(figures)) {
            JsonNode usage = ForeignBytes.json().readTree(parser);
            return usage.path("prompt_tokens").isNumber()
                    ? Optional.of(new TokenUsage(
                            usage.path("prompt_tokens").asLong(0),
                            usage.path("completion_tokens").asLong(0),
                            false))
                    : Optional.empty();
        } catch (JacksonException malformed) {
            // The client gets it as it is; for the ledger it is as if there were none.
            return Optional.empty();
        }
    }
}

package org.pixazo.mcp.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.mcp.entity.RpcException;
import org.pixazo.prompts.control.PromptRepository;
import org.pixazo.prompts.entity.Prompt;

/** Names for the prompts of a library: their titles, with the id behind where several have the same. */
@ApplicationScoped
class SavedPrompts {

    private static final Pattern WITH_ID = Pattern.compile("(?s)(.*) #(\\d{1,18})");

    @Inject
    PromptRepository prompts;

    /** @param shared titles that several prompts have */
    static String name(Prompt prompt, Set<String> shared) {
        return shared.contains(prompt.title()) ? prompt.title() + " #" + prompt.id() : prompt.title();
    }

    /** @throws RpcException where the caller has no such prompt */
    Prompt named(long userId, String name) {
        return prompts.titled(userId, name).stream().findFirst().orElseGet(() -> byId(userId, name));
    }

    private Prompt byId(long userId, String name) {
        Matcher parts = WITH_ID.matcher(name);
        try {
            if (parts.matches()) {
                Prompt prompt = prompts.get(userId, Long.parseLong(parts.group(2)));
                if (prompt.title().equals(parts.group(1))) {
                    return prompt;
                }
            }
        } catch (NotFoundException absent) {
            throw unknown();
        }
        throw unknown();
    }

    private static RpcException unknown() {
        return RpcException.invalidParams("name must be one of prompts/list.");
    }
}

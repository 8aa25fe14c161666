package org.pixazo.models.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pixazo.accounts.control.Upstreams;
import org.pixazo.providers.entity.TextProtocol;
import org.pixazo.providers.entity.TextRoute;
import org.pixazo.providers.entity.UpstreamAccess;
import org.pixazo.settings.entity.Settings;

/** The text upstreams that are configured for a user, and which of them answer for a model. */
@ApplicationScoped
class TextUpstreams {

    /** Stands for every model of the first upstream in {@code PIXAZO_MODEL_ROUTES}. */
    static final String ANY_MODEL = "*";

    @Inject
    Settings settings;

    @Inject
    Upstreams upstreams;

    /** The upstream that the well-known models belong to; empty where it is not configured. */
    Optional<UpstreamAccess> first(long userId) {
        return upstreams.text(userId).map(door -> new UpstreamAccess(door.url(), door.key()));
    }

    /** The further upstreams by their names, which are the first part of their models' ids. */
    Map<String, UpstreamAccess> further() {
        Map<String, String> keys = settings.textUpstreamKeys();
        Map<String, UpstreamAccess> further = new LinkedHashMap<>();
        settings.textUpstreams()
                .forEach(
                        (name, url) -> further.put(name, new UpstreamAccess(url, Optional.ofNullable(keys.get(name)))));
        return further;
    }

    /** Whether the settings say by themselves which upstreams answer for a model. */
    boolean routed(String id) {
        return settings.modelRoutes().containsKey(id);
    }

    /** The ways to a model of the first upstream, in their order; empty where nothing of them is configured. */
    List<TextRoute> routes(long userId, String id) {
        List<String> targets = Optional.ofNullable(settings.modelRoutes().get(id))
                .or(() -> Optional.ofNullable(settings.modelRoutes().get(ANY_MODEL)))
                .orElse(List.of(Upstreams.GROK));
        return targets.stream()
                .map(target -> route(userId, id, target.split(":", 2)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The one way to a model of a further upstream, by its id such as {@code local/llama3.2}; empty for other ids. */
    Optional<TextRoute> furtherRoute(String id) {
        int slash = id.indexOf('/');
        if (slash < 1) {
            return Optional.empty();
        }
        String name = id.substring(0, slash);
        return Optional.ofNullable(further().get(name))
                .map(access -> new TextRoute(name, TextProtocol.OPENAI, id.substring(slash + 1), access));
    }

    private TextRoute route(long userId, String id, String[] target) {
        String upstream = target[0];
        boolean isFirst = upstream.equals(Upstreams.GROK);
        UpstreamAccess access = isFirst ? first(userId).orElse(null) : further().get(upstream);
        if (access == null) {
            return null;
        }
        String known = isFirst ? settings.grokModelMap().getOrDefault(id, id) : id;
        return new TextRoute(
                upstream,
                isFirst ? TextProtocol.of(settings.grokApiProtocol()) : TextProtocol.OPENAI,
                target.length > 1 ? target[1] : known,
                access);
    }
}

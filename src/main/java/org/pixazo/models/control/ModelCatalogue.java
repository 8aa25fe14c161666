package org.pixazo.models.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pixazo.accounts.control.Upstreams;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.models.entity.ChosenImageModel;
import org.pixazo.models.entity.ChosenTextModel;
import org.pixazo.models.entity.ImageModel;
import org.pixazo.models.entity.Model;
import org.pixazo.models.entity.ModelKind;
import org.pixazo.models.entity.UnknownModelException;
import org.pixazo.providers.entity.TextProtocol;
import org.pixazo.providers.entity.TextRoute;
import org.pixazo.providers.entity.UpstreamAccess;
import org.pixazo.settings.entity.Settings;

/**
 * Which models there are for a user, and which of them serves a request. {@code offline} serves only who asks for it, or
 * who asks for no model where no upstream is configured.
 */
@ApplicationScoped
public class ModelCatalogue {

    /** Id of the text model and of the image model that need no upstream. */
    public static final String OFFLINE = "offline";

    private static final String DEFAULT_IMAGE_MODEL = "sdxl";

    private static final Map<String, String> GROK_NAMES = Map.of(
            "grok-3-auto", "Grok 3 (auto)",
            "grok-3-fast", "Grok 3 Fast",
            "grok-4", "Grok 4",
            "grok-4-mini-thinking-tahoe", "Grok 4 Mini (thinking)");

    private static final List<String> GROK_IDS =
            List.of("grok-3-auto", "grok-3-fast", "grok-4", "grok-4-mini-thinking-tahoe");

    private static final String NO_TEXT_UPSTREAM =
            "No text upstream is configured. An administrator sets GROK_API_URL or"
                    + " GROK_API_KEY, or you add a key of your own on your account page.";

    private static final String NO_IMAGE_UPSTREAM = "No image upstream is configured. An administrator sets"
            + " PIXAZO_API_KEY, or you add a key of your own on your account page.";

    @Inject
    Settings settings;

    @Inject
    Upstreams upstreams;

    @Inject
    TextUpstreams textUpstreams;

    @Inject
    TextModels textModels;

    @Inject
    ImageModels imageModels;

    @Inject
    ModelPrices prices;

    /** All models of a kind, the usable ones and, with the reason, the others. */
    public List<Model> list(long userId, ModelKind kind) {
        return kind == ModelKind.TEXT ? texts(userId) : images(userId);
    }

    /**
     * The text model that serves a request.
     *
     * @param wanted catalogue ids, the most important first; null ones do not count
     * @throws UnknownModelException where the wanted model does not exist
     * @throws UnavailableException where its upstream is not configured
     */
    public ChosenTextModel chooseText(long userId, String... wanted) {
        String id = first(wanted).orElseGet(() -> defaultText(userId));
        if (id.equals(OFFLINE)) {
            return new ChosenTextModel(OFFLINE, List.of());
        }
        Optional<TextRoute> further = textUpstreams.furtherRoute(id);
        if (further.isPresent()) {
            return new ChosenTextModel(id, List.of(further.get()));
        }
        List<TextRoute> routes = textUpstreams.routes(userId, id);
        if (routes.isEmpty()) {
            if (!isWellKnown(id)) {
                throw new UnknownModelException(id, ModelKind.TEXT);
            }
            throw new UnavailableException(NO_TEXT_UPSTREAM);
        }
        if (!isWellKnown(id)) {
            List<String> listed = listed(routes.get(0));
            if (!listed.isEmpty() && !listed.contains(id)) {
                throw new UnknownModelException(id, ModelKind.TEXT);
            }
        }
        return new ChosenTextModel(id, routes);
    }

    /**
     * The image model that serves a request.
     *
     * @param wanted catalogue ids, the most important first; null ones do not count
     * @throws UnknownModelException where the wanted model does not exist
     * @throws UnavailableException where its upstream is not configured
     */
    public ChosenImageModel chooseImage(long userId, String... wanted) {
        Optional<UpstreamAccess> access = imageAccess(userId);
        String id = first(wanted).orElse(access.isPresent() ? DEFAULT_IMAGE_MODEL : OFFLINE);
        ImageModel model = imageModels.find(id).orElseThrow(() -> new UnknownModelException(id, ModelKind.IMAGE));
        if (model.provider().equals(OFFLINE)) {
            return new ChosenImageModel(model, null);
        }
        return new ChosenImageModel(model, access.orElseThrow(() -> new UnavailableException(NO_IMAGE_UPSTREAM)));
    }

    /** Whether a text upstream is configured for a user. */
    public boolean textConfigured(long userId) {
        return textUpstreams.first(userId).isPresent()
                || !textUpstreams.further().isEmpty();
    }

    /** Whether an image upstream is configured for a user. */
    public boolean imageConfigured(long userId) {
        return upstreams.image(userId).isPresent();
    }

    private List<Model> texts(long userId) {
        Optional<UpstreamAccess> access = textUpstreams.first(userId);
        Set<String> ids = new LinkedHashSet<>(GROK_IDS);
        ids.addAll(settings.grokModelMap().keySet());
        settings.modelRoutes().keySet().stream()
                .filter(id -> !id.equals(TextUpstreams.ANY_MODEL))
                .forEach(ids::add);
        access.filter(upstream -> listsModels()).ifPresent(upstream -> ids.addAll(textModels.of(upstream)));
        List<Model> models = new ArrayList<>();
        for (String id : ids) {
            List<TextRoute> routes = textUpstreams.routes(userId, id);
            String provider = routes.isEmpty() ? Upstreams.GROK : routes.get(0).upstream();
            String reason = routes.isEmpty() ? NO_TEXT_UPSTREAM : null;
            models.add(text(id, GROK_NAMES.getOrDefault(id, id), provider, reason, null, null));
        }
        textUpstreams.further().forEach((name, upstream) -> {
            for (String model : textModels.of(upstream)) {
                String id = name + "/" + model;
                models.add(text(id, id, name, null, null, null));
            }
        });
        models.add(text(
                OFFLINE,
                "Offline assistant (no AI)",
                OFFLINE,
                null,
                "free",
                "Rules inside Pixazo that expand and explain image prompts, without any AI model."));
        return models;
    }

    private Model text(String id, String name, String provider, String reason, String price, String description) {
        return new Model(
                id,
                name,
                ModelKind.TEXT.word(),
                provider,
                reason == null,
                reason,
                price,
                prices.ofText(id, provider).orElse(null),
                description,
                null,
                null);
    }

    private List<Model> images(long userId) {
        String missing = upstreams.image(userId).isPresent() ? null : NO_IMAGE_UPSTREAM;
        return imageModels.all().stream()
                .map(model -> {
                    String reason = model.provider().equals(OFFLINE) ? null : missing;
                    return new Model(
                            model.id(),
                            model.name(),
                            ModelKind.IMAGE.word(),
                            model.provider(),
                            reason == null,
                            reason,
                            model.price(),
                            prices.ofImage(model.id()).orElse(null),
                            model.description(),
                            model.limits(),
                            model.defaults());
                })
                .toList();
    }

    private String defaultText(long userId) {
        String preferred = GROK_IDS.get(0);
        List<TextRoute> routes = textUpstreams.routes(userId, preferred);
        if (routes.isEmpty()) {
            return firstFurther().orElse(OFFLINE);
        }
        if (settings.grokModelMap().containsKey(preferred) || textUpstreams.routed(preferred)) {
            return preferred;
        }
        List<String> listed = listed(routes.get(0));
        return listed.isEmpty() || listed.contains(preferred) ? preferred : listed.get(0);
    }

    private Optional<String> firstFurther() {
        return textUpstreams.further().entrySet().stream()
                .flatMap(entry -> textModels.of(entry.getValue()).stream().map(model -> entry.getKey() + "/" + model))
                .findFirst();
    }

    private boolean isWellKnown(String id) {
        return GROK_IDS.contains(id) || settings.grokModelMap().containsKey(id) || textUpstreams.routed(id);
    }

    /** What the first upstream of a model lists; empty where it has no list. */
    private List<String> listed(TextRoute route) {
        return route.protocol() == TextProtocol.OPENAI ? textModels.of(route.access()) : List.of();
    }

    private boolean listsModels() {
        return TextProtocol.of(settings.grokApiProtocol()) == TextProtocol.OPENAI;
    }

    private Optional<UpstreamAccess> imageAccess(long userId) {
        return upstreams.image(userId).map(door -> new UpstreamAccess(door.url(), door.key()));
    }

    private static Optional<String> first(String... wanted) {
        for (String id : wanted) {
            if (id != null && !id.isBlank()) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }
}

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
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.models.entity.ChosenImageModel;
import org.pixazo.models.entity.ChosenTextModel;
import org.pixazo.models.entity.ImageModel;
import org.pixazo.models.entity.Model;
import org.pixazo.models.entity.ModelKind;
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
     * @throws InvalidInputException where the wanted model does not exist
     * @throws UnavailableException where its upstream is not configured
     */
    public ChosenTextModel chooseText(long userId, String... wanted) {
        Optional<UpstreamAccess> access = textAccess(userId);
        String id = first(wanted).orElseGet(() -> access.map(this::defaultText).orElse(OFFLINE));
        if (id.equals(OFFLINE)) {
            return new ChosenTextModel(OFFLINE, OFFLINE, OFFLINE, null);
        }
        if (access.isEmpty()) {
            if (!GROK_IDS.contains(id)) {
                throw unknown(id, "text");
            }
            throw new UnavailableException(NO_TEXT_UPSTREAM);
        }
        if (!GROK_IDS.contains(id) && !settings.grokModelMap().containsKey(id)) {
            List<String> listed = textModels.of(access.get());
            if (!listed.isEmpty() && !listed.contains(id)) {
                throw unknown(id, "text");
            }
        }
        return new ChosenTextModel(id, Upstreams.GROK, settings.grokModelMap().getOrDefault(id, id), access.get());
    }

    /**
     * The image model that serves a request.
     *
     * @param wanted catalogue ids, the most important first; null ones do not count
     * @throws InvalidInputException where the wanted model does not exist
     * @throws UnavailableException where its upstream is not configured
     */
    public ChosenImageModel chooseImage(long userId, String... wanted) {
        Optional<UpstreamAccess> access = imageAccess(userId);
        String id = first(wanted).orElse(access.isPresent() ? DEFAULT_IMAGE_MODEL : OFFLINE);
        ImageModel model = imageModels.find(id).orElseThrow(() -> unknown(id, "image"));
        if (model.provider().equals(OFFLINE)) {
            return new ChosenImageModel(model, null);
        }
        return new ChosenImageModel(model, access.orElseThrow(() -> new UnavailableException(NO_IMAGE_UPSTREAM)));
    }

    /** Whether a text upstream is configured for a user. */
    public boolean textConfigured(long userId) {
        return upstreams.text(userId).isPresent();
    }

    /** Whether an image upstream is configured for a user. */
    public boolean imageConfigured(long userId) {
        return upstreams.image(userId).isPresent();
    }

    private List<Model> texts(long userId) {
        Optional<UpstreamAccess> access = textAccess(userId);
        String reason = access.isPresent() ? null : NO_TEXT_UPSTREAM;
        Set<String> ids = new LinkedHashSet<>(GROK_IDS);
        ids.addAll(settings.grokModelMap().keySet());
        access.ifPresent(upstream -> ids.addAll(textModels.of(upstream)));
        List<Model> models = new ArrayList<>();
        for (String id : ids) {
            models.add(text(id, GROK_NAMES.getOrDefault(id, id), Upstreams.GROK, reason, null, null));
        }
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
                prices.ofText(id).orElse(null),
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

    private String defaultText(UpstreamAccess access) {
        String preferred = GROK_IDS.get(0);
        if (settings.grokModelMap().containsKey(preferred)) {
            return preferred;
        }
        List<String> listed = textModels.of(access);
        return listed.isEmpty() || listed.contains(preferred) ? preferred : listed.get(0);
    }

    private Optional<UpstreamAccess> textAccess(long userId) {
        return upstreams.text(userId).map(door -> new UpstreamAccess(door.url(), door.key()));
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

    private static InvalidInputException unknown(String id, String kind) {
        return new InvalidInputException(
                "model", "must be one of GET /api/models?kind=" + kind + "; '" + id + "' is not");
    }
}

package org.pixazo.models.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pixazo.models.entity.ImageModel;
import org.pixazo.models.entity.ImageModelFields;
import org.pixazo.models.entity.ImageModelRow;
import org.pixazo.providers.control.PixazoGatewayImageProvider;
import org.pixazo.web.control.Json;

/**
 * The image models of the catalogue, in the order in which they are shown: those of the product as administrators left
 * them, then those of administrators, last the one that needs no gateway. Another server's changes show after seconds.
 */
@ApplicationScoped
public class ImageModels {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    @Inject
    ShippedImageModels shipped;

    @Inject
    ImageModelRepository own;

    private final Cache<String, Map<String, ImageModel>> known =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    public List<ImageModel> all() {
        return List.copyOf(models().values());
    }

    public Optional<ImageModel> find(String id) {
        return Optional.ofNullable(models().get(id));
    }

    /** Looks again when it is asked next, because a model has changed. */
    public void forget() {
        known.invalidateAll();
    }

    /** What a row says. */
    public static ImageModelFields fields(ImageModelRow row) {
        return Json.convertKnown(Json.mapper().readTree(row.definition()), ImageModelFields.class);
    }

    private Map<String, ImageModel> models() {
        return known.get("", all -> look());
    }

    private Map<String, ImageModel> look() {
        Map<String, ImageModel> models = new LinkedHashMap<>();
        List<ImageModel> last = new ArrayList<>();
        for (ImageModel model : shipped.all()) {
            if (model.onGateway()) {
                models.put(model.id(), model);
            } else {
                last.add(model);
            }
        }
        own.rows().forEach(row -> models.put(row.id(), fields(row).model(row.id(), PixazoGatewayImageProvider.ID)));
        last.forEach(model -> models.put(model.id(), model));
        return models;
    }
}

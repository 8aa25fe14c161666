package org.pixazo.models.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pixazo.accounts.control.Upstreams;
import org.pixazo.models.entity.ImageModel;
import org.pixazo.models.entity.ModelPrice;
import org.pixazo.settings.entity.Settings;
import org.pixazo.web.control.Json;
import tools.jackson.core.type.TypeReference;

/**
 * What models cost: by the settings, else by the catalogue's data, which has xAI's list prices of text models under the
 * names that xAI gives them. A model of which neither knows has no price, which is not the same as being free.
 */
@ApplicationScoped
public class ModelPrices {

    @Inject
    Settings settings;

    @Inject
    ImageModels imageModels;

    private final Map<String, ModelPrice> texts = new HashMap<>();
    private final Map<String, ModelPrice> listed = new HashMap<>();
    private final Map<String, ModelPrice> images = new HashMap<>();

    @PostConstruct
    void read() {
        try (InputStream json = ModelPrices.class.getResourceAsStream("/org/pixazo/models/text-prices.json")) {
            listed.putAll(Json.mapper().readValue(json, new TypeReference<Map<String, ModelPrice>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("The prices of the WAR cannot be read", e);
        }
        settings.grokModelMap().forEach((id, upstreamName) -> {
            ModelPrice price = listed.get(upstreamName);
            if (price == null) {
                listed.remove(id);
            } else {
                listed.put(id, price);
            }
        });
        settings.modelPrices().forEach((id, price) -> {
            if (price.size() == 1) {
                images.put(id, new ModelPrice(null, null, price.get(0)));
            } else {
                texts.put(id, new ModelPrice(price.get(0), price.get(1), null));
            }
        });
        texts.put(ModelCatalogue.OFFLINE, ModelPrice.FREE);
        images.put(ModelCatalogue.OFFLINE, ModelPrice.FREE);
    }

    /**
     * The price of a text model. xAI's list holds only where the first upstream answers, not where another stands in.
     *
     * @param model catalogue id
     * @param upstream who answers
     */
    public Optional<ModelPrice> ofText(String model, String upstream) {
        ModelPrice set = texts.get(model);
        return Optional.ofNullable(set == null && upstream.equals(Upstreams.GROK) ? listed.get(model) : set);
    }

    /** The price of an image model, by catalogue id. */
    public Optional<ModelPrice> ofImage(String model) {
        return Optional.ofNullable(images.get(model))
                .or(() -> imageModels
                        .find(model)
                        .map(ImageModel::perImage)
                        .map(perImage -> new ModelPrice(null, null, perImage)));
    }
}

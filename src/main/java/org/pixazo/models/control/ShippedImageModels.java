package org.pixazo.models.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.pixazo.models.entity.ImageModel;
import org.pixazo.web.control.Json;

/** The image models of the product, in the order in which they are shown. Data, in {@code image-models.json}. */
@ApplicationScoped
public class ShippedImageModels {

    private List<ImageModel> models;

    @PostConstruct
    void read() {
        try (InputStream json = ShippedImageModels.class.getResourceAsStream("/org/pixazo/models/image-models.json")) {
            models = List.of(Json.mapper().readValue(json, ImageModel[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("The image models of the WAR cannot be read", e);
        }
    }

    public List<ImageModel> all() {
        return models;
    }

    public Optional<ImageModel> find(String id) {
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }
}

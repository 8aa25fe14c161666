package org.pixazo.models.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pixazo.errors.entity.ConflictException;
import org.pixazo.errors.entity.ForbiddenException;
import org.pixazo.errors.entity.NotFoundException;
import org.pixazo.models.entity.ImageModel;
import org.pixazo.models.entity.ImageModelFields;
import org.pixazo.models.entity.ImageModelRow;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.web.control.Json;
import org.pixazo.web.entity.IfMatch;

/** Image models of administrators come, change and go; one of the product changes, and comes back as it was shipped. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ImageModelRepository {

    @PersistenceContext
    EntityManager em;

    @Inject
    ShippedImageModels shipped;

    /** Oldest first. */
    public List<ImageModelRow> rows() {
        return em.createQuery("SELECT m FROM ImageModelRow m ORDER BY m.createdAt, m.id", ImageModelRow.class)
                .getResultList();
    }

    public Optional<ImageModelRow> find(String id) {
        return Optional.ofNullable(em.find(ImageModelRow.class, id));
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public ImageModelRow create(String id, ImageModelFields fields) {
        ImageModelCheck.check(fields);
        if (shipped.find(id).isPresent() || find(id).isPresent()) {
            throw new ConflictException("There is a model " + id + " already; change it, or take another id.");
        }
        ImageModelRow row = new ImageModelRow(id, Json.write(fields), Timestamps.now());
        em.persist(row);
        em.flush();
        return row;
    }

    /** @param change makes the new fields from the present ones */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public ImageModelRow change(String id, IfMatch condition, UnaryOperator<ImageModelFields> change) {
        Optional<ImageModelRow> present = find(id);
        condition.check(present.map(ImageModelRow::version).orElse(0L));
        ImageModelFields fields =
                change.apply(present.map(ImageModels::fields).orElseGet(() -> ImageModelFields.of(onGateway(id))));
        ImageModelCheck.check(fields);
        ImageModelRow row = present.orElseGet(() -> new ImageModelRow(id, "", Timestamps.now()));
        row.change(Json.write(fields), Timestamps.now());
        if (present.isEmpty()) {
            em.persist(row);
        }
        em.flush();
        return row;
    }

    /** Removes a model; one of the product is as it was shipped again. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void remove(String id, IfMatch condition) {
        Optional<ImageModelRow> row = find(id);
        if (row.isEmpty()) {
            onGateway(id);
            throw new ConflictException("The model " + id + " belongs to the product and was not changed.");
        }
        condition.check(row.get().version());
        em.remove(row.get());
    }

    private ImageModel onGateway(String id) {
        ImageModel model =
                shipped.find(id).orElseThrow(() -> new NotFoundException("There is no image model " + id + "."));
        if (!model.onGateway()) {
            throw new ForbiddenException("The model " + id + " is no model of the gateway and cannot be changed.");
        }
        return model;
    }
}

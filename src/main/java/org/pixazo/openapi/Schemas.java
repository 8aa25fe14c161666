package org.pixazo.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Completes the schemas of bodies by what the records say and by how Pixazo reads and writes JSON. */
final class Schemas {

    private static final String PREFIX = "#/components/schemas/";
    private static final String CHANGES = "Changes";

    private final Components components;
    private final SourceComments comments;
    private final Records records = Records.ofThisBuild();
    private final Set<String> changed = new TreeSet<>();

    Schemas(Components components, SourceComments comments) {
        this.components = components;
        this.comments = comments;
    }

    /** Gives a partial update a schema of its own, in which nothing is required. */
    void request(Content content, ResourceMethod method) {
        if (!method.takesChanges()) {
            return;
        }
        for (MediaType media : content.getMediaTypes().values()) {
            String name = named(media.getSchema())
                    .filter(components.getSchemas()::containsKey)
                    .filter(found -> !CHANGES.equals(found))
                    .orElseThrow(() -> new IllegalStateException(
                            method.method() + ": say by @RequestBodySchema which record these Changes change"));
            changed.add(name);
            media.setSchema(OASFactory.createSchema().ref(name + CHANGES));
        }
    }

    /** To be called once all operations are complete. */
    void complete(OpenAPI document) {
        List<Operation> operations = document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .toList();
        Set<String> read = reachable(operations.stream()
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> schemas(body.getContent())));
        Set<String> written = reachable(operations.stream()
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .map(APIResponse::getContent)
                .filter(Objects::nonNull)
                .flatMap(Schemas::schemas));
        for (Map.Entry<String, Schema> schema : new TreeMap<>(components.getSchemas()).entrySet()) {
            String name = schema.getKey();
            if (!Problems.SCHEMAS.contains(name)) {
                complete(name, schema.getValue(), read.contains(name) || changed.contains(name));
            }
        }
        changed.forEach(name -> components.addSchema(name + CHANGES, changes(name)));
        Set.copyOf(components.getSchemas().keySet()).stream()
                .filter(name -> !Problems.SCHEMAS.contains(name))
                .filter(name -> !read.contains(name) && !written.contains(name))
                .forEach(components::removeSchema);
    }

    private void complete(String name, Schema schema, boolean read) {
        if (name.startsWith("Page") && records.find(name).isEmpty()) {
            page(schema);
            return;
        }
        if (schema.getDescription() == null && !comments.of(name).isEmpty()) {
            schema.setDescription(comments.of(name));
        }
        if (schema.getProperties() == null) {
            return;
        }
        Map<String, Records.Component> fields =
                records.find(name).map(Records::components).orElse(Map.of());
        List<String> required =
                new ArrayList<>(Optional.ofNullable(schema.getRequired()).orElse(List.of()));
        for (Map.Entry<String, Schema> property : new TreeMap<>(schema.getProperties()).entrySet()) {
            Records.Component field = fields.get(property.getKey());
            if (field == null) {
                continue;
            }
            Schema mended = mended(property.getValue(), field, name);
            boolean mayBeNull = read
                    ? !required.contains(property.getKey()) && !field.isPrimitive()
                    : !field.isLeftOutWhenEmpty() && field.mayBeNullInAnswers();
            schema.addProperty(property.getKey(), mayBeNull ? nullable(mended) : mended);
            if (!read && !field.isLeftOutWhenEmpty() && !required.contains(property.getKey())) {
                required.add(property.getKey());
            }
        }
        schema.setRequired(required.isEmpty() ? null : inOrderOf(fields, required));
        if (read && schema.getAdditionalPropertiesBoolean() == null) {
            schema.setAdditionalPropertiesBoolean(false);
        }
    }

    private Schema mended(Schema schema, Records.Component field, String type) {
        Schema mended = field.isJson() ? OASFactory.createSchema() : schema;
        String comment = comments.of(type + "#" + field.name());
        if (mended.getDescription() == null && !comment.isEmpty()) {
            mended.setDescription(comment.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + comment.substring(1));
        }
        field.pattern().ifPresent(regex -> mended.setPattern("^(?:" + regex + ")$"));
        if (field.isEmail()) {
            mended.setFormat("email");
        }
        return mended;
    }

    private static List<String> inOrderOf(Map<String, Records.Component> fields, List<String> names) {
        return Stream.concat(
                        fields.keySet().stream().filter(names::contains),
                        names.stream().filter(name -> !fields.containsKey(name)))
                .toList();
    }

    private static void page(Schema schema) {
        schema.setDescription("One page of a list.");
        schema.setRequired(List.of("items", "next_cursor"));
        Schema cursor = OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .addType(Schema.SchemaType.NULL)
                .description("Fetches the page behind this one; null on the last page.");
        schema.addProperty("next_cursor", cursor);
    }

    private Schema changes(String name) {
        Schema whole = components.getSchemas().get(name);
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description((comments.of(name) + " The fields that are given change, the others stay.").strip())
                .properties(whole.getProperties())
                .additionalPropertiesBoolean(false);
    }

    private static Schema nullable(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .description(schema.getDescription())
                    .addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
                    .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
        }
        if (schema.getType() != null && !schema.getType().contains(Schema.SchemaType.NULL)) {
            List<Schema.SchemaType> types = new ArrayList<>(schema.getType());
            types.add(Schema.SchemaType.NULL);
            schema.setType(types);
            if (schema.getEnumeration() != null) {
                schema.addEnumeration(null);
            }
        }
        return schema;
    }

    private Set<String> reachable(Stream<Schema> roots) {
        Set<String> names = new HashSet<>();
        roots.forEach(root -> follow(root, names));
        return names;
    }

    private void follow(Schema schema, Set<String> names) {
        if (schema == null) {
            return;
        }
        named(schema)
                .filter(names::add)
                .ifPresent(name -> follow(components.getSchemas().get(name), names));
        follow(schema.getItems(), names);
        follow(schema.getAdditionalPropertiesSchema(), names);
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .forEach(part -> follow(part, names));
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> follow(property, names));
        }
    }

    private static Stream<Schema> schemas(Content content) {
        return content.getMediaTypes().values().stream()
                .map(MediaType::getSchema)
                .filter(Objects::nonNull);
    }

    private static Optional<String> named(Schema schema) {
        return Optional.ofNullable(schema)
                .map(Schema::getRef)
                .filter(ref -> ref.startsWith(PREFIX))
                .map(ref -> ref.substring(PREFIX.length()));
    }
}

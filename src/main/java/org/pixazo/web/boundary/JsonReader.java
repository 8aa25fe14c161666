package org.pixazo.web.boundary;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.web.control.Bodies;
import org.pixazo.web.control.Json;
import org.pixazo.web.control.TextFields;
import org.pixazo.web.entity.Changes;
import org.pixazo.web.entity.JsonBody;
import org.pixazo.web.entity.MayBeEmpty;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the body of a request into its record, refusing what the contract refuses, and validates it. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class JsonReader implements MessageBodyReader<Record> {

    @Inject
    Bodies bodies;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        JsonNode tree = tree(body);
        if ((Class<?>) type == JsonBody.class && !tree.isMissingNode()) {
            return new JsonBody(tree);
        }
        if (tree.isMissingNode() && type.isAnnotationPresent(MayBeEmpty.class)) {
            tree = Json.mapper().createObjectNode();
        }
        if (!(tree instanceof ObjectNode object)) {
            throw InvalidInputException.malformed("The body must be one JSON object and not be empty.", null);
        }
        if ((Class<?>) type == Changes.class) {
            return new Changes(object);
        }
        return bodies.valid(Json.convert(object, type));
    }

    private static JsonNode tree(InputStream body) {
        try {
            return TextFields.checked(Json.mapper().readTree(body));
        } catch (JacksonException e) {
            throw Json.invalid(e);
        }
    }
}

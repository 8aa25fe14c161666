package org.pixazo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Holds answers against the document that the server itself gives of its API. */
public final class Documented {

    private final JsonNode document;

    public Documented(PixazoServer server) {
        document = server.anonymous().get("/openapi.json").expect(200).json();
    }

    /**
     * Checks that the document foresees an answer, and that its body is as described.
     *
     * @param path as in the document, as in {@code /api/chats/{id}}
     */
    public void check(String method, String path, Answer answer) {
        JsonNode operation = document.path("paths").path(path).path(method.toLowerCase(java.util.Locale.ROOT));
        assertThat(operation.isMissingNode()).as(method + " " + path).isFalse();
        JsonNode responses = operation.path("responses");
        String status = Integer.toString(answer.status());
        JsonNode response = resolve(responses.has(status) ? responses.get(status) : responses.path("default"));
        assertThat(response.isMissingNode())
                .as(method + " " + path + " " + status)
                .isFalse();
        if (answer.bytes().length > 0) {
            String type = answer.header("Content-Type").orElseThrow().split(";")[0];
            JsonNode content = response.path("content").path(type);
            assertThat(content.isMissingNode())
                    .as(method + " " + path + " " + status + " " + type)
                    .isFalse();
            check(answer.json(), content.path("schema"), method + " " + path);
        }
    }

    private void check(JsonNode value, JsonNode reference, String where) {
        JsonNode schema = resolve(reference);
        if (schema.has("anyOf")) {
            check(value, schema.get("anyOf").get(value.isNull() ? 1 : 0), where);
            return;
        }
        Set<String> types = new HashSet<>();
        if (schema.path("type").isArray()) {
            schema.get("type").forEach(type -> types.add(type.stringValue()));
        } else if (schema.has("type")) {
            types.add(schema.get("type").stringValue());
        }
        assertThat(types.isEmpty() || types.contains(type(value)) || types.contains("number") && value.isNumber())
                .as(where + " is " + value + ", documented as " + types)
                .isTrue();
        if (value.isArray()) {
            value.forEach(item -> check(item, schema.path("items"), where + "[]"));
        }
        if (value.isObject() && schema.has("properties")) {
            for (JsonNode name : schema.path("required")) {
                assertThat(value.has(name.stringValue())).as(where + "." + name).isTrue();
            }
            value.properties().forEach(property -> {
                JsonNode known = schema.get("properties").path(property.getKey());
                assertThat(known.isMissingNode())
                        .as(where + "." + property.getKey())
                        .isFalse();
                check(property.getValue(), known, where + "." + property.getKey());
            });
        }
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").stringValue().substring(1)) : node;
    }

    private static String type(JsonNode value) {
        if (value.isNull()) {
            return "null";
        }
        if (value.isString()) {
            return "string";
        }
        if (value.isBoolean()) {
            return "boolean";
        }
        if (value.isIntegralNumber()) {
            return "integer";
        }
        return value.isNumber() ? "number" : value.isArray() ? "array" : "object";
    }
}

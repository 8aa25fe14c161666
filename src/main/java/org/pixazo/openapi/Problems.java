package org.pixazo.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The failures that endpoints share, each once in the document. */
final class Problems {

    /** Names of the schemas that are complete as they are. */
    static final Set<String> SCHEMAS = Set.of("Problem", "FieldError");

    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String DEFAULT = "default";
    private static final Map<String, String> MEANINGS = new TreeMap<>(Map.ofEntries(
            Map.entry("400", "Malformed or invalid; `errors` names the fields."),
            Map.entry("401", "No credentials, or bad ones."),
            Map.entry("403", "Known, but not allowed."),
            Map.entry("404", "Absent, or not yours to see."),
            Map.entry("409", "In conflict with what is there."),
            Map.entry("412", "`If-Match` names another version than the present one."),
            Map.entry("413", "The body is too large."),
            Map.entry("415", "The body is of another media type than asked for."),
            Map.entry("429", "A limit is reached; `Retry-After` says when to come back."),
            Map.entry("503", "Not configured, busy or shutting down; `Retry-After` says when to come back, if known."),
            Map.entry(DEFAULT, "Any other failure.")));

    private Problems() {}

    /** Puts the responses and the schema of problems into the document. */
    static void addTo(Components components) {
        components.addSchema("FieldError", fieldError()).addSchema("Problem", problem());
        MEANINGS.forEach((status, meaning) -> components.addResponse(name(status), response(status, meaning)));
    }

    /** Names one of them in the responses of an operation, unless the operation has its own. */
    static void refer(APIResponses responses, String status) {
        if (responses.getAPIResponse(status) == null) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(name(status)));
        }
    }

    static void referDefault(APIResponses responses) {
        refer(responses, DEFAULT);
    }

    private static String name(String status) {
        return DEFAULT.equals(status) ? "Problem" : "Problem" + status;
    }

    private static APIResponse response(String status, String meaning) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
        APIResponse response =
                OASFactory.createAPIResponse().description(meaning).content(content);
        if ("429".equals(status) || "503".equals(status)) {
            Header header = OASFactory.createHeader()
                    .description("Seconds to wait.")
                    .schema(type(Schema.SchemaType.INTEGER, null));
            response.addHeader("Retry-After", header);
        }
        return response;
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("A failure: RFC 9457.")
                .addProperty("type", type(Schema.SchemaType.STRING, "A URN that names the kind of failure."))
                .addProperty("title", type(Schema.SchemaType.STRING, "The same for every failure of this kind."))
                .addProperty("status", type(Schema.SchemaType.INTEGER, "HTTP status."))
                .addProperty("detail", type(Schema.SchemaType.STRING, "What happened and what can be done."))
                .addProperty("instance", type(Schema.SchemaType.STRING, "Path of the request."))
                .addProperty(
                        "errors",
                        type(Schema.SchemaType.ARRAY, "The faults by field, only for invalid input.")
                                .items(OASFactory.createSchema().ref("FieldError")))
                .required(List.of("type", "title", "status", "detail", "instance"));
    }

    private static Schema fieldError() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("field", type(Schema.SchemaType.STRING, "Name of the field."))
                .addProperty("message", type(Schema.SchemaType.STRING, "What is wrong with it."))
                .required(List.of("field", "message"));
    }

    private static Schema type(Schema.SchemaType type, String description) {
        return OASFactory.createSchema().addType(type).description(description);
    }
}

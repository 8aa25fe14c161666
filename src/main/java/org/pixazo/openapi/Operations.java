package org.pixazo.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.pixazo.accounts.entity.Scope;

/** Completes one operation: words, security, parameters, responses. */
final class Operations {

    private static final String IF_MATCH = "If-Match";
    private static final String EVENT_STREAM = "text/event-stream";

    /** What parameters mean wherever they occur. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "limit",
            "How many items to give at most.",
            "cursor",
            "The `next_cursor` of the page before; the first page without it.",
            IF_MATCH,
            "Do it only if the present `ETag` is this one.",
            "If-None-Match",
            "Answer 304 if the present `ETag` is this one.",
            "Idempotency-Key",
            "Any text of the client's own; a repetition with the same key within 24 hours gets the"
                    + " first answer again and does nothing.",
            "Prefer",
            "`wait=60`: answer once done, or after that many seconds at the latest.",
            "Range",
            "Part of the bytes, as in `bytes=0-1023`.",
            "id",
            "Id of the resource.");

    private final SourceComments comments;
    private final Schemas schemas;

    Operations(SourceComments comments, Schemas schemas) {
        this.comments = comments;
        this.schemas = schemas;
    }

    void complete(PathItem.HttpMethod verb, Operation operation, ResourceMethod method) {
        operation.setOperationId(method.operationId());
        operation.setTags(List.of(method.component()));
        describe(operation, method);
        secure(operation, method);
        parameters(operation);
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setRequired(true);
            schemas.request(operation.getRequestBody().getContent(), method);
        }
        events(operation, method);
        successes(operation, method);
        if (!method.describesServlet()) {
            problems(verb, operation, method);
        }
    }

    private void describe(Operation operation, ResourceMethod method) {
        String comment = comments.of(method.method().getDeclaringClass().getSimpleName() + "#"
                + method.method().getName());
        String summary = comment.isEmpty() ? method.nameAsWords() : SourceComments.firstSentence(comment);
        if (operation.getSummary() == null) {
            operation.setSummary(summary.replaceAll("\\.$", ""));
        }
        StringBuilder text = new StringBuilder();
        if (operation.getDescription() != null) {
            text.append(operation.getDescription());
        } else if (comment.length() > summary.length()) {
            text.append(comment.substring(summary.length()).strip());
        }
        method.scope()
                .filter(scope -> !method.isPublic())
                .ifPresent(scope -> text.append(text.isEmpty() ? "" : "\n\n").append(needs(scope)));
        if (!text.isEmpty()) {
            operation.setDescription(text.toString());
        }
    }

    /** A method that streams, or one beside the method that does, for clients that ask for it by {@code Accept}. */
    private void events(Operation operation, ResourceMethod method) {
        Optional<ResourceMethod> twin = method.streamingTwin();
        if (method.streams() && twin.isEmpty()) {
            operation.getResponses().removeAPIResponse("204");
        }
        if (method.streams() || twin.isPresent()) {
            APIResponse stream = OASFactory.createAPIResponse()
                    .description(
                            method.streams()
                                    ? "The events."
                                    : "The same as events, for `Accept: " + EVENT_STREAM + "`.")
                    .content(OASFactory.createContent().addMediaType(EVENT_STREAM, OASFactory.createMediaType()));
            operation.getResponses().addAPIResponse("200", stream);
        }
        twin.map(this::comment)
                .filter(comment -> !comment.isEmpty())
                .ifPresent(comment -> operation.setDescription(
                        (Optional.ofNullable(operation.getDescription()).orElse("") + "\n\n" + comment).strip()));
    }

    private String comment(ResourceMethod method) {
        return comments.of(method.method().getDeclaringClass().getSimpleName() + "#"
                + method.method().getName());
    }

    private static String needs(Scope scope) {
        return "API keys need the scope `" + scope.word() + "`"
                + (scope == Scope.ADMIN ? ", and the user must be an administrator." : ".");
    }

    private static void secure(Operation operation, ResourceMethod method) {
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            return;
        }
        if (method.isPublic()) {
            operation.setSecurity(List.of());
            return;
        }
        SecurityRequirement bearer = OASFactory.createSecurityRequirement()
                .addScheme(
                        ResourceMethod.BEARER,
                        method.scope().map(scope -> List.of(scope.word())).orElse(List.of()));
        if (method.describesServlet()) {
            operation.setSecurity(List.of(bearer));
            return;
        }
        operation.setSecurity(
                List.of(bearer, OASFactory.createSecurityRequirement().addScheme(ResourceMethod.COOKIE)));
    }

    private static void parameters(Operation operation) {
        for (Parameter parameter :
                Optional.ofNullable(operation.getParameters()).orElse(List.of())) {
            if (parameter.getDescription() == null) {
                parameter.setDescription(PARAMETERS.get(parameter.getName()));
            }
            if ("limit".equals(parameter.getName())) {
                parameter.setSchema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.INTEGER)
                        .minimum(java.math.BigDecimal.ONE)
                        .maximum(java.math.BigDecimal.valueOf(100)));
            }
        }
    }

    private static void successes(Operation operation, ResourceMethod method) {
        APIResponses responses = operation.getResponses();
        responses.getAPIResponses().forEach((status, response) -> {
            if (!status.startsWith("2") || response.getRef() != null) {
                return;
            }
            response.addHeader("X-Request-Id", header("Id of this request, also in the log."));
            if ("201".equals(status) || "202".equals(status)) {
                response.addHeader("Location", header("Address of what was made."));
            }
            if (!"204".equals(status) && (method.isConditional() || has(operation, IF_MATCH))) {
                response.addHeader("ETag", header("Version of the resource."));
            }
            mendContent(response);
        });
        if (method.isConditional()) {
            responses.addAPIResponse("304", OASFactory.createAPIResponse().description("Not changed."));
        }
        if (has(operation, "Range")) {
            responses.addAPIResponse("206", OASFactory.createAPIResponse().description("The part that was asked for."));
            responses.addAPIResponse("416", OASFactory.createAPIResponse().description("There is no such part."));
        }
    }

    private static void mendContent(APIResponse response) {
        if (response.getContent() == null) {
            return;
        }
        response.getContent().getMediaTypes().forEach((type, content) -> {
            boolean described =
                    content.getSchema() != null && content.getSchema().getDescription() != null;
            if (type.startsWith(EVENT_STREAM) && !described) {
                content.setSchema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .description("Server-sent events: `event:` names the kind, `data:` holds JSON."));
            } else if (!type.contains("json") && !type.startsWith("text/") && !described) {
                content.setSchema(null);
            }
        });
    }

    private static void problems(PathItem.HttpMethod verb, Operation operation, ResourceMethod method) {
        APIResponses responses = operation.getResponses();
        boolean body = operation.getRequestBody() != null;
        if (body || in(operation, Parameter.In.QUERY)) {
            Problems.refer(responses, "400");
        }
        if (!operation.getSecurity().isEmpty()) {
            Problems.refer(responses, "401");
            Problems.refer(responses, "403");
        }
        if (in(operation, Parameter.In.PATH)) {
            Problems.refer(responses, "404");
        }
        if (has(operation, IF_MATCH)) {
            Problems.refer(responses, "412");
        }
        if (body) {
            Problems.refer(responses, "409");
            Problems.refer(responses, "413");
            Problems.refer(responses, "415");
        }
        if (verb == PathItem.HttpMethod.POST) {
            Problems.refer(responses, "429");
            Problems.refer(responses, "503");
        }
        Problems.referDefault(responses);
    }

    private static boolean in(Operation operation, Parameter.In place) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                .anyMatch(parameter -> parameter.getIn() == place);
    }

    private static boolean has(Operation operation, String name) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                .anyMatch(parameter -> name.equals(parameter.getName()));
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}

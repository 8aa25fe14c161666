package org.pixazo.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pixazo.monitoring.control.Routes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the document that the build has made against the resources, and against the rules of OpenAPI 3.1. */
class OpenApiDocumentTest {

    private static final java.nio.file.Path DOCUMENT = java.nio.file.Path.of("target", "openapi", "openapi.json");
    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Pattern TEMPLATE = Pattern.compile("\\{([^}]+)}");

    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        assertThat(DOCUMENT).as("made by the build before the tests").exists();
        document = JsonMapper.shared().readTree(java.nio.file.Files.readAllBytes(DOCUMENT));
    }

    @Test
    void describesEveryResourceMethodAndNothingElse() {
        Set<String> resources = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.pixazo").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(OpenApiDocumentTest::operations)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> documented = new TreeSet<>();
        eachOperation((name, operation) -> documented.add(name));

        assertThat(documented).isEqualTo(resources);
    }

    @Test
    void namesTheBodyOfEveryAnswer() {
        List<String> unnamed = new ArrayList<>();
        eachOperation((name, operation) -> operation.get("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .flatMap(response -> response.getValue().path("content").properties().stream())
                .filter(content -> content.getKey().contains("json"))
                .filter(content -> content.getValue().path("schema").isEmpty())
                .forEach(content -> unnamed.add(name)));

        assertThat(unnamed)
                .as("methods that return a Response name its body by @APIResponseSchema")
                .isEmpty();
    }

    @Test
    void referencesOnlyWhatItHas() {
        document.findValues("$ref")
                .forEach(reference -> assertThat(
                                document.at(reference.stringValue().substring(1))
                                        .isMissingNode())
                        .as(reference.stringValue())
                        .isFalse());
        assertThat(document.findValues("$ref")).isNotEmpty();
    }

    @Test
    void hasTheParametersOfEveryPath() {
        eachOperation((name, operation) -> {
            Set<String> wanted = TEMPLATE.matcher(name)
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> given = new TreeSet<>();
            for (JsonNode parameter : operation.path("parameters")) {
                if ("path".equals(parameter.path("in").stringValue(""))) {
                    assertThat(parameter.path("required").booleanValue(false))
                            .as(name)
                            .isTrue();
                    given.add(parameter.get("name").stringValue());
                }
                assertThat(parameter.path("schema").isObject()).as(name).isTrue();
            }
            assertThat(given).as(name).isEqualTo(wanted);
        });
    }

    @Test
    void keepsTheRulesOfOpenApi() {
        Set<String> ids = new TreeSet<>();
        assertThat(document.path("openapi").stringValue()).startsWith("3.1");
        assertThat(document.at("/info/title").stringValue("")).isNotBlank();
        assertThat(document.at("/info/version").stringValue("")).isNotBlank();
        eachOperation((name, operation) -> {
            assertThat(ids.add(operation.path("operationId").stringValue("")))
                    .as(name)
                    .isTrue();
            assertThat(operation.path("summary").stringValue("")).as(name).isNotBlank();
            assertThat(operation.path("tags").isEmpty()).as(name).isFalse();
            assertThat(operation.path("responses").propertyNames()).as(name).anyMatch(status -> status.startsWith("2"));
            for (JsonNode response : operation.path("responses")) {
                assertThat(response.has("$ref") || response.has("description"))
                        .as(name)
                        .isTrue();
            }
            for (JsonNode requirement : operation.path("security")) {
                assertThat(document.at("/components/securitySchemes").propertyNames())
                        .as(name)
                        .containsAll(requirement.propertyNames());
            }
        });
    }

    @Test
    void speaksTheJsonOfPixazo() {
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .propertyNames()
                        .forEach(property ->
                                assertThat(property).as(schema.getKey()).matches("[a-z][a-z0-9_]*")));
        JsonNode fields = document.at("/components/schemas/WorkspaceFieldsChanges");
        assertThat(fields.path("additionalProperties").booleanValue(true)).isFalse();
        assertThat(fields.has("required")).isFalse();
        assertThat(document.at("/components/schemas/WorkspaceResponse/required"))
                .extracting(JsonNode::stringValue)
                .containsExactly("id", "name", "description", "model", "system_prompt", "created_at", "updated_at");
    }

    private static void eachOperation(BiConsumer<String, JsonNode> action) {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> VERBS.contains(operation.getKey()))
                        .forEach(operation ->
                                action.accept(operation.getKey() + " " + path.getKey(), operation.getValue())));
    }

    private static Stream<String> operations(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .flatMap(method -> Arrays.stream(method.getAnnotations())
                        .map(Annotation::annotationType)
                        .map(type -> type.getAnnotation(HttpMethod.class))
                        .filter(java.util.Objects::nonNull)
                        .map(verb -> verb.value().toLowerCase(java.util.Locale.ROOT)
                                + (resource.isInterface() ? " " : " /api")
                                + Routes.template(
                                        resource.getAnnotation(Path.class).value(), path(method))));
    }

    private static String path(Method method) {
        Path own = method.getAnnotation(Path.class);
        return own == null ? "" : own.value();
    }
}

package org.pixazo.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.PropertyNamingStrategies;

/** The records of this build by their simple names, which are the names of schemas. */
final class Records {

    private final Map<String, Class<?>> byName = new HashMap<>();

    private Records() {}

    static Records ofThisBuild() {
        Records records = new Records();
        try {
            Path classes = Path.of(Records.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(classes.resolve("org/pixazo"))) {
                files.map(classes::relativize)
                        .map(Path::toString)
                        .filter(name -> name.endsWith(".class"))
                        .map(name -> name.replaceAll("\\.class$", "")
                                .replace('/', '.')
                                .replace('\\', '.'))
                        .forEach(records::add);
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(String className) {
        try {
            Class<?> type = Class.forName(className, false, Records.class.getClassLoader());
            if (type.isRecord()) {
                byName.put(type.getSimpleName(), type);
            }
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalStateException("The class " + className + " of this build cannot be read", e);
        }
    }

    Optional<Class<?>> find(String simpleName) {
        return Optional.ofNullable(byName.get(simpleName));
    }

    /** The components of a record by their names in JSON, in their order. */
    static Map<String, Component> components(Class<?> type) {
        PropertyNamingStrategies.SnakeCaseStrategy names = new PropertyNamingStrategies.SnakeCaseStrategy();
        Map<String, Component> components = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
            String name = named == null ? names.nameForField(null, null, component.getName()) : named.value();
            components.put(name, new Component(component));
        }
        return components;
    }

    /** One component of a record. */
    record Component(RecordComponent component) {

        private static final List<Class<? extends Annotation>> NOT_NULL =
                List.of(NotNull.class, NotBlank.class, NotEmpty.class);

        String name() {
            return component.getName();
        }

        boolean isPrimitive() {
            return component.getType().isPrimitive();
        }

        /** Collections are empty rather than null; whatever else is never null says so. */
        boolean mayBeNullInAnswers() {
            Class<?> type = component.getType();
            return !type.isPrimitive()
                    && !type.isArray()
                    && !Collection.class.isAssignableFrom(type)
                    && !Map.class.isAssignableFrom(type)
                    && NOT_NULL.stream().noneMatch(component.getAccessor()::isAnnotationPresent);
        }

        boolean isLeftOutWhenEmpty() {
            JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
            return include != null && include.value() != JsonInclude.Include.ALWAYS;
        }

        /** Whether it holds JSON as it comes. */
        boolean isJson() {
            return component.getType().getName().startsWith("tools.jackson.");
        }

        Optional<String> pattern() {
            return Optional.ofNullable(component.getAccessor().getAnnotation(Pattern.class))
                    .map(Pattern::regexp);
        }

        boolean isEmail() {
            return component.getAccessor().isAnnotationPresent(Email.class);
        }
    }
}

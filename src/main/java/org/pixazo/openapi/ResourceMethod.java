package org.pixazo.openapi;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.pixazo.accounts.control.SessionCookie;
import org.pixazo.accounts.entity.Needs;
import org.pixazo.accounts.entity.Public;
import org.pixazo.accounts.entity.Scope;
import org.pixazo.web.entity.Changes;

/** A method of a resource, as the conventions see it. */
record ResourceMethod(Method method) {

    static final String BEARER = "bearer";
    static final String COOKIE = "session";

    /** The method behind an operation id of the plugin, {@code package.Class_method}. */
    static ResourceMethod of(String operationId) {
        int separator = operationId.lastIndexOf('_');
        try {
            Class<?> type = Class.forName(operationId.substring(0, separator));
            String name = operationId.substring(separator + 1);
            return Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.getName().equals(name) && isResource(method))
                    .reduce((one, other) -> {
                        throw new IllegalStateException(
                                type.getName() + " has two resource methods " + name + ": give them other names");
                    })
                    .map(ResourceMethod::new)
                    .orElseThrow(() -> new IllegalStateException("No resource method " + operationId));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("No class of the operation " + operationId, e);
        }
    }

    static String sessionCookie() {
        return SessionCookie.NAME;
    }

    private static boolean isResource(Method method) {
        return verb(method).isPresent();
    }

    /** The capability that it belongs to. */
    String component() {
        return method.getDeclaringClass().getPackageName().split("\\.")[2];
    }

    String packageOfComponent() {
        return "org.pixazo." + component();
    }

    /** Short and stable, for generated clients. */
    String operationId() {
        String resource = resource();
        return resource.substring(0, 1).toLowerCase(Locale.ROOT) + resource.substring(1) + "_" + method.getName();
    }

    private String resource() {
        return method.getDeclaringClass().getSimpleName().replaceAll("(Resource|Api)$", "");
    }

    private String noun() {
        return resource().replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /** {@code changePassword} becomes {@code Change password}, {@code UsersResource.get} becomes {@code Get user}. */
    String nameAsWords() {
        String words = method.getName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        if ("list".equals(words)) {
            words = "list " + noun();
        } else if (words.matches("create|get|change|put|remove")) {
            words += " " + noun().replaceAll("s$", "");
        }
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    boolean isPublic() {
        return method.isAnnotationPresent(Public.class);
    }

    Optional<Scope> scope() {
        return Optional.ofNullable(method.getAnnotation(Needs.class))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(Needs.class)))
                .map(Needs::value);
    }

    /** Whether it only describes what a servlet outside of {@code /api} does: it is a method of an interface. */
    boolean describesServlet() {
        return method.getDeclaringClass().isInterface();
    }

    /** Whether it answers conditionally, by {@code Resources.found}. */
    boolean isConditional() {
        return takes(jakarta.ws.rs.core.Request.class);
    }

    /** Whether its body is a partial update. */
    boolean takesChanges() {
        return takes(Changes.class);
    }

    /** Whether it answers with server-sent events. */
    boolean streams() {
        return takes(SseEventSink.class);
    }

    /** The method at the same address that answers with server-sent events instead, if there is one. */
    Optional<ResourceMethod> streamingTwin() {
        return Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
                .filter(other -> !other.equals(method) && verb(other).equals(verb(method)))
                .filter(other -> path(other).equals(path(method)))
                .map(ResourceMethod::new)
                .filter(ResourceMethod::streams)
                .findFirst();
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private boolean takes(Class<?> type) {
        for (int i = 0; i < method.getParameterCount(); i++) {
            if (method.getParameterTypes()[i] == type && (type == Changes.class || isContext(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isContext(int parameter) {
        return Arrays.stream(method.getParameterAnnotations()[parameter])
                .map(Annotation::annotationType)
                .anyMatch(Context.class::equals);
    }
}

package org.pixazo.openapi;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What the build's plugin calls with the document that it has read from the resources. */
public class ApiConventions implements OASFilter {

    /** System property of the build: where the sources are, for their comments. */
    static final String SOURCES = "pixazo.openapi.sources";

    /** What the plugin puts before every path. */
    private static final String APPLICATION = "/api";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        SourceComments comments = SourceComments.in(Path.of(System.getProperty(SOURCES)));
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        addSecuritySchemes(document);
        Problems.addTo(document.getComponents());
        Map<String, String> components = new TreeMap<>();
        Map<String, PathItem> outside = new TreeMap<>();
        Schemas schemas = new Schemas(document.getComponents(), comments);
        Operations operations = new Operations(comments, schemas);
        for (Map.Entry<String, PathItem> path :
                document.getPaths().getPathItems().entrySet()) {
            for (Map.Entry<PathItem.HttpMethod, Operation> operation :
                    path.getValue().getOperations().entrySet()) {
                ResourceMethod method = ResourceMethod.of(operation.getValue().getOperationId());
                components.putIfAbsent(method.component(), comments.ofPackage(method.packageOfComponent()));
                operations.complete(operation.getKey(), operation.getValue(), method);
                if (method.describesServlet()) {
                    outside.put(path.getKey(), path.getValue());
                }
            }
        }
        outside.forEach((path, item) -> {
            document.getPaths().removePathItem(path);
            document.getPaths().addPathItem(path.substring(APPLICATION.length()), item);
        });
        uniqueIds(document);
        schemas.complete(document);
        components.forEach((name, description) ->
                document.addTag(OASFactory.createTag().name(name).description(description)));
    }

    private static void addSecuritySchemes(OpenAPI document) {
        document.getComponents()
                .addSecurityScheme(
                        ResourceMethod.BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An API key, `pxz_…`; its scopes say what it opens."))
                .addSecurityScheme(
                        ResourceMethod.COOKIE,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name(ResourceMethod.sessionCookie())
                                .description("The console's session. Requests that change something must come from"
                                        + " the same origin."));
    }

    private static void uniqueIds(OpenAPI document) {
        Set<String> taken = new TreeSet<>();
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> {
                    String id = operation.getOperationId();
                    for (int n = 2; !taken.add(operation.getOperationId()); n++) {
                        operation.setOperationId(id + "_" + n);
                    }
                });
    }
}

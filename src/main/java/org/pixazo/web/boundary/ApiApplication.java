package org.pixazo.web.boundary;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST API. Resources and providers are found by their annotations. */
@ApplicationPath("/api")
public class ApiApplication extends Application {

    /**
     * Keeps Jersey from adding what it finds on the server: its own JSON readers would compete with ours, which refuse
     * what the contract refuses. Other servers do not know these names.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.disableAutoDiscovery", true,
                "jersey.config.disableMetainfServicesLookup", true,
                "jersey.config.server.wadl.disableWadl", true);
    }
}

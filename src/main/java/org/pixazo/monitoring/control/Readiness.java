package org.pixazo.monitoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.pixazo.monitoring.entity.Check;
import org.pixazo.monitoring.entity.Health;
import org.pixazo.settings.entity.Settings;
import org.pixazo.web.control.Draining;

/** Whether Pixazo can take requests. Upstreams are named but never decide: without them Pixazo is still whole. */
@ApplicationScoped
public class Readiness {

    @Inject
    DatabaseProbe database;

    @Inject
    DataFolderProbe dataFolder;

    @Inject
    Draining draining;

    @Inject
    Settings settings;

    @Inject
    Instance<Probe> probes;

    public Health check() {
        List<Check> checks = new ArrayList<>();
        checks.add(database.check());
        checks.add(dataFolder.check());
        if (draining.hasBegun()) {
            checks.add(Check.down("shutdown", "Pixazo is shutting down."));
        }
        checks.add(upstream("text_upstream", settings.grokConfigured()));
        checks.add(upstream("image_upstream", settings.gatewayApiKey().isPresent()));
        probes.forEach(probe -> checks.add(probe.check()));
        return Health.of(checks);
    }

    private static Check upstream(String name, boolean configured) {
        return Check.optional(
                name,
                configured,
                configured ? "Set by the server's settings." : "Not set; users' own credentials still count.");
    }
}

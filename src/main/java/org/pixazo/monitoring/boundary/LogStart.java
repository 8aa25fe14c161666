package org.pixazo.monitoring.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.pixazo.monitoring.control.StructuredLog;
import org.pixazo.settings.entity.Settings;

/** Keeps the log structured as long as the application runs. */
@Singleton
@Startup
public class LogStart {

    @Inject
    Settings settings;

    private StructuredLog log;

    @PostConstruct
    void begin() {
        log = StructuredLog.begin(settings.secrets());
    }

    @PreDestroy
    void end() {
        log.end();
    }
}

package org.pixazo.monitoring.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.pixazo.web.control.Draining;

/**
 * Begins the draining where nobody told {@link ShutdownStart} before. Not a {@code @PreDestroy}, because Payara takes the
 * application's data source away before it calls those.
 */
@ApplicationScoped
public class ApplicationEnd {

    @Inject
    Draining draining;

    void begin(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
        draining.begin();
    }
}

package org.pixazo.schema.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.pixazo.schema.entity.Lease;
import org.pixazo.schema.entity.Timestamps;
import org.pixazo.settings.entity.Settings;

/**
 * This server among those that share the database. Its name is host and port: the same after a restart, so that a server
 * recognises at once what it left behind when it died; what other servers left shows by leases that ran out.
 */
@ApplicationScoped
public class Node {

    private static final Duration LEASE = Duration.ofSeconds(45);

    @Inject
    Settings settings;

    private String name;

    @PostConstruct
    void lookUp() {
        name = hostName() + ":" + settings.port();
    }

    /** Name of this server. */
    public String name() {
        return name;
    }

    /** A lease of this server from now on. */
    public Lease lease() {
        return new Lease(name(), Timestamps.now().plus(LEASE));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}

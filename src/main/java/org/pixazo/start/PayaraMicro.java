package org.pixazo.start;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;

/** The server packed in the same file; found by name, so that nothing of it is needed to build the application. */
final class PayaraMicro {

    private static final String LAUNCHER = "fish.payara.micro.boot.PayaraMicroLauncher";

    private static final String CONTROL = "fish.payara.micro.boot.PayaraMicroBoot";

    /** Held, because a logger nobody holds loses its settings to the garbage collector. */
    private static final Logger SERVER_LOG = Logger.getLogger("PayaraMicro");

    private final Object server;

    private PayaraMicro(Object server) {
        this.server = server;
    }

    /** Boots the server and deploys the packed application; returns when both are done, whatever came of it. */
    static PayaraMicro boot(Path folder, int port, String[] more) throws ReflectiveOperationException {
        List<String> options = new ArrayList<>(List.of(
                "--port",
                Integer.toString(port),
                "--rootdir",
                folder.toString(),
                "--nohazelcast",
                "--disablephonehome"));
        options.addAll(List.of(more));
        Method create = Class.forName(LAUNCHER).getMethod("create", String[].class);
        return new PayaraMicro(create.invoke(null, (Object) options.toArray(String[]::new)));
    }

    /** Undeploys the application and stops the server. */
    void stop() throws ReflectiveOperationException {
        // The server's own shutdown hook still runs, finds nothing to stop, and would say so whatever its log level.
        SERVER_LOG.setFilter(entry -> false);
        Class.forName(CONTROL).getMethod("shutdown").invoke(server);
    }
}

package org.pixazo.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server packed in the same file; found by name, so that nothing of it is needed to build the application. */
final class PayaraMicro {

    private static final String MAIN_CLASS = "fish.payara.micro.PayaraMicro";

    private PayaraMicro() {}

    /** Boots the server and deploys the packed application; returns when both are done, whatever came of it. */
    static void boot(Path folder, int port, String[] more) throws ReflectiveOperationException {
        List<String> options = new ArrayList<>(List.of(
                "--port",
                Integer.toString(port),
                "--rootdir",
                folder.toString(),
                "--nohazelcast",
                "--disablephonehome"));
        options.addAll(List.of(more));
        Class.forName(MAIN_CLASS).getMethod("main", String[].class).invoke(null, (Object)
                options.toArray(String[]::new));
    }
}

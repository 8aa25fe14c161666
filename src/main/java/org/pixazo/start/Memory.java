package org.pixazo.start;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * Makes a JVM that was started without any flag give memory back: its heap may take a quarter of the machine, and
 * would keep what the start has used once.
 */
final class Memory {

    private static final Map<String, String> OPTIONS = Map.of(
            "MinHeapFreeRatio", "10",
            "MaxHeapFreeRatio", "30",
            "G1PeriodicGCInterval", "30000");

    private Memory() {}

    /** Sets what can be set while the JVM runs; a JVM that doesn't know an option keeps its own way. */
    static void keepSmall() {
        HotSpotDiagnosticMXBean diagnostics = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (diagnostics == null) {
            return;
        }
        OPTIONS.forEach((name, value) -> {
            try {
                diagnostics.setVMOption(name, value);
            } catch (IllegalArgumentException e) {
                System.getLogger(Memory.class.getName())
                        .log(System.Logger.Level.DEBUG, "The JVM keeps its own " + name, e);
            }
        });
    }
}

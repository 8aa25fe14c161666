package org.pixazo.start;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Makes a JVM that was started without any flag give memory back: its heap may take a quarter of the machine, and
 * would keep what the start has used once.
 */
final class Memory {

    /** In this order: the JVM refuses a highest ratio below the lowest, which is 40 until it is set. */
    private static final List<Map.Entry<String, String>> OPTIONS = List.of(
            Map.entry("MinHeapFreeRatio", "10"),
            Map.entry("MaxHeapFreeRatio", "30"),
            Map.entry("G1PeriodicGCInterval", "30000"));

    private Memory() {}

    /** Sets what can be set while the JVM runs; a JVM that doesn't know an option keeps its own way. */
    static void keepSmall() {
        HotSpotDiagnosticMXBean diagnostics = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (diagnostics == null) {
            return;
        }
        OPTIONS.forEach(option -> {
            try {
                diagnostics.setVMOption(option.getKey(), option.getValue());
            } catch (IllegalArgumentException e) {
                System.getLogger(Memory.class.getName())
                        .log(System.Logger.Level.DEBUG, "The JVM keeps its own " + option.getKey(), e);
            }
        });
    }

    /**
     * Gives back what a start has used and nothing needs any more: of the heap, and of the C library's, which keeps
     * what the JIT compilers have freed (some 30 MB). What a JVM or a system can't do is left out.
     */
    static void giveBack() {
        System.gc();
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "systemTrimNativeHeap",
                            null,
                            null);
        } catch (JMException e) {
            System.getLogger(Memory.class.getName())
                    .log(System.Logger.Level.DEBUG, "The JVM does not trim the native heap", e);
        }
    }
}

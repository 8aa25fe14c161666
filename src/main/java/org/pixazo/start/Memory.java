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

    private static final long TRIM_PAUSE_MILLIS = 30_000;

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
     * Gives back what a start has used and nothing needs any more, and from then on, every half minute, what the C library
     * keeps of what others have freed, above all the JIT compilers: 60 MB after a first load, 25 MB in each half minute of
     * it. It takes some 20 ms of one core, for which no request waits.
     */
    static void giveBack() {
        System.gc();
        if (trimNativeHeap()) {
            Thread thread = new Thread(Memory::trimForGood, "pixazo-memory");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void trimForGood() {
        try {
            do {
                Thread.sleep(TRIM_PAUSE_MILLIS);
            } while (trimNativeHeap());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return false where the JVM or the system has no such command */
    private static boolean trimNativeHeap() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "systemTrimNativeHeap",
                            null,
                            null);
            return true;
        } catch (JMException e) {
            System.getLogger(Memory.class.getName())
                    .log(System.Logger.Level.DEBUG, "The JVM does not trim the native heap", e);
            return false;
        }
    }
}

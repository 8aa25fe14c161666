package org.pixazo.start;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Keeps the JVM's second compiler (C2) away from code that hardly runs after a start: opening jars, reading class files,
 * scanning, descriptors. It would spend about four processor seconds on it, an eighth of the start, for nothing. That
 * code is compiled by C1 alone; all that serves requests is compiled as ever.
 *
 * <p>The way is a compiler directive (JEP 165), added while the JVM runs, since nobody should have to know flags.
 */
final class Compilation {

    private static final List<String> START_ONLY = List.of(
            "jdk/internal/loader/*.*",
            "java/net/URL*.*",
            "java/util/jar/*.*",
            "sun/net/www/*.*",
            "sun/reflect/generics/*.*",
            "sun/reflect/annotation/*.*",
            "jdk/internal/org/objectweb/asm/*.*",
            "org/objectweb/asm/*.*",
            "com/sun/org/apache/xerces/*.*",
            "com/sun/org/apache/xalan/*.*",
            "org/glassfish/hk2/classmodel/*.*",
            "org/jvnet/hk2/config/*.*",
            "org/glassfish/deployment/*.*",
            "org/glassfish/web/deployment/*.*",
            "org/glassfish/web/loader/*.*",
            "com/sun/enterprise/deployment/*.*",
            "com/sun/enterprise/loader/*.*",
            "org/jboss/weld/annotated/*.*",
            "org/jboss/weld/bootstrap/*.*",
            "org/jboss/weld/resolution/*.*",
            "org/hibernate/validator/internal/metadata/*.*",
            "com/sun/faces/config/*.*");

    private Compilation() {}

    /**
     * Adds the directive; a JVM without directives compiles as it likes.
     *
     * @param folder where the directive may be written to a file, the only form in which the JVM takes it
     */
    static void spareStart(Path folder) {
        try {
            Path file = Files.writeString(folder.resolve("compiler-directives.json"), directive());
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            beans.invoke(
                    ObjectName.getInstance("com.sun.management:type=DiagnosticCommand"),
                    "compilerDirectivesAdd",
                    new Object[] {new String[] {file.toString()}},
                    new String[] {String[].class.getName()});
        } catch (InstanceNotFoundException e) {
            System.getLogger(Compilation.class.getName())
                    .log(System.Logger.Level.DEBUG, "This JVM has no diagnostic commands", e);
        } catch (IOException | JMException e) {
            System.getLogger(Compilation.class.getName())
                    .log(System.Logger.Level.DEBUG, "This JVM takes no compiler directives", e);
        }
    }

    private static String directive() {
        String match = START_ONLY.stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
        return "[{match: [" + match + "], c2: {Exclude: true}}]";
    }
}

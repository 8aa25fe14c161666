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
            "java/lang/ClassLoader.*",
            "java/lang/invoke/InvokerBytecodeGenerator.*",
            "java/lang/reflect/Method.getAnnotation",
            "java/lang/reflect/Method.getDeclaredAnnotations",
            "java/lang/reflect/Method.getGenericInfo",
            "java/lang/reflect/Field.declaredAnnotations",
            "java/net/URL*.*",
            "java/security/SecureClassLoader.*",
            "java/util/jar/*.*",
            "java/util/zip/ZipFile*.*",
            "jdk/internal/jimage/*.*",
            "jdk/internal/loader/*.*",
            "jdk/internal/org/objectweb/asm/*.*",
            "sun/net/www/*.*",
            "sun/nio/fs/UnixPath.relativize",
            "sun/reflect/annotation/*.*",
            "sun/reflect/generics/*.*",
            "org/objectweb/asm/*.*",
            "com/sun/org/apache/xalan/*.*",
            "com/sun/org/apache/xerces/*.*",
            "com/sun/org/apache/xml/*.*",
            "com/sun/appserv/connectors/*.*",
            "com/sun/enterprise/deployment/*.*",
            "com/sun/enterprise/loader/*.*",
            "com/sun/enterprise/v3/*.*",
            "com/sun/faces/config/*.*",
            "org/apache/naming/resources/WebDirContext.lookupFromJars",
            "org/eclipse/persistence/internal/jpa/metadata/*.*",
            "org/glassfish/config/*.*",
            "org/glassfish/deployment/*.*",
            "org/glassfish/hk2/classmodel/*.*",
            "org/glassfish/web/deployment/*.*",
            "org/glassfish/web/loader/*.*",
            "org/glassfish/weld/connector/*.*",
            "org/hibernate/validator/internal/metadata/*.*",
            "org/jboss/classfilewriter/*.*",
            "org/jboss/weld/annotated/*.*",
            "org/jboss/weld/bootstrap/*.*",
            "org/jboss/weld/resolution/*.*",
            "org/jvnet/hk2/config/*.*",
            "org/jvnet/hk2/internal/PerLocatorUtilities.*",
            "org/jvnet/hk2/internal/ServiceLocatorImpl.narrow");

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

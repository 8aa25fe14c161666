package org.pixazo.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Lets the server forget HTTP/2 streams that are over. Grizzly 4.0.2 keeps every stream of a request with a body until
 * its connection ends: it removes streams in the state "closed" only, and such a stream stays in "half-closed (local)"
 * when both of its directions are finished. The JDK's HTTP client, and with it LangChain4j, offers HTTP/2 without TLS
 * and keeps its connections, so some 20 KB a request were never freed.
 *
 * <p>{@code Http2Stream.isClosed}, which the removal and changes of the windows ask, says yes where both directions are
 * finished. The state itself stays as it is: an end of the request that arrives after the answer is no error then.
 *
 * <p>The repaired class goes into a jar of its own that must come before the server's jars in the runnable jar: Payara
 * Micro searches them in the order of their entries.
 */
public final class GrizzlyRepair {

    private static final String STREAM = "org/glassfish/grizzly/http2/Http2Stream";
    private static final String METHOD = "isClosed";

    private GrizzlyRepair() {}

    /**
     * Writes the jar with the repaired class.
     *
     * @param args the file of Payara Micro, and the file to write
     * @throws IOException if a file can't be read or written
     * @throws IllegalStateException if the server has no such class or method: then look whether the fault is mended
     */
    public static void main(String[] args) throws IOException {
        byte[] repaired = repair(originalIn(Path.of(args[0])));
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(Path.of(args[1])))) {
            jar.putNextEntry(new ZipEntry(STREAM + ".class"));
            jar.write(repaired);
        }
    }

    private static byte[] originalIn(Path server) throws IOException {
        try (ZipInputStream jars = new ZipInputStream(Files.newInputStream(server))) {
            seek(jars, "MICRO-INF/runtime/nucleus-grizzly-all.jar");
            ZipInputStream classes = new ZipInputStream(jars);
            seek(classes, STREAM + ".class");
            return classes.readAllBytes();
        }
    }

    private static void seek(ZipInputStream zip, String name) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(name)) {
                return;
            }
        }
        throw new IllegalStateException("The server has no " + name);
    }

    private static byte[] repair(byte[] original) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        Closing closing = new Closing(writer);
        reader.accept(closing, 0);
        if (!closing.done) {
            throw new IllegalStateException(STREAM + " has no " + METHOD);
        }
        return writer.toByteArray();
    }

    /** Gives the method the body {@code return !isOpen();}. */
    private static final class Closing extends ClassVisitor {

        private boolean done;

        private Closing(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor body = super.visitMethod(access, name, descriptor, signature, exceptions);
            if (!name.equals(METHOD)) {
                return body;
            }
            done = true;
            body.visitCode();
            body.visitVarInsn(Opcodes.ALOAD, 0);
            body.visitMethodInsn(Opcodes.INVOKEVIRTUAL, STREAM, "isOpen", "()Z", false);
            body.visitInsn(Opcodes.ICONST_1);
            body.visitInsn(Opcodes.IXOR);
            body.visitInsn(Opcodes.IRETURN);
            body.visitMaxs(0, 0);
            body.visitEnd();
            return null;
        }
    }
}

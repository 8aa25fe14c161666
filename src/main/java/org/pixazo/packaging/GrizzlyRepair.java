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
 * Keeps the server at HTTP/1.1. Payara offers HTTP/2 without TLS to clients that ask for an upgrade, as the JDK's HTTP
 * client and with it LangChain4j do, and Grizzly 4.0.2 must not be trusted with it: a client that goes while its answer is
 * written leaves two threads that wait for each other for good (the end of the connection holds the session's lock and
 * wants the stream's, the end of the answer the other way round), and what writes answers here writes those of everybody;
 * and streams of requests with a body are kept until their connection ends.
 *
 * <p>Switching HTTP/2 off in the configuration is no way: then nothing tells Grizzly to mind the length of a request that
 * offers an upgrade, and it waits for the connection's end. So of {@code Http2ServerFilter} {@code handleRead} becomes
 * {@code return context.getInvokeAction();}, which passes all requests on as they are, and where {@code handleEvent} has
 * the length minded it takes the offer out of the request as well, without which the connection would be closed after
 * the answer.
 *
 * <p>The repaired class goes into a jar of its own that must come before the server's jars in the runnable jar: Payara
 * Micro searches them in the order of their entries.
 */
public final class GrizzlyRepair {

    private static final String FILTER = "org/glassfish/grizzly/http2/Http2ServerFilter";
    private static final String CONTEXT = "org/glassfish/grizzly/filterchain/FilterChainContext";
    private static final String ACTION = "org/glassfish/grizzly/filterchain/NextAction";
    private static final String HEADER = "org/glassfish/grizzly/http/HttpHeader";
    private static final String CHUNK = "org/glassfish/grizzly/http/util/DataChunk";

    private GrizzlyRepair() {}

    /**
     * Writes the jar with the repaired class.
     *
     * @param args the file of Payara Micro, and the file to write
     * @throws IOException if a file can't be read or written
     * @throws IllegalStateException if the server has no such class or method: then look whether the faults are mended
     */
    public static void main(String[] args) throws IOException {
        byte[] repaired = repair(originalIn(Path.of(args[0])));
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(Path.of(args[1])))) {
            jar.putNextEntry(new ZipEntry(FILTER + ".class"));
            jar.write(repaired);
        }
    }

    private static byte[] originalIn(Path server) throws IOException {
        try (ZipInputStream jars = new ZipInputStream(Files.newInputStream(server))) {
            seek(jars, "MICRO-INF/runtime/nucleus-grizzly-all.jar");
            ZipInputStream classes = new ZipInputStream(jars);
            seek(classes, FILTER + ".class");
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
        Repair repair = new Repair(writer);
        reader.accept(repair, 0);
        if (!repair.readDone || !repair.offerDone) {
            throw new IllegalStateException(FILTER + " is not the one that was looked at");
        }
        return writer.toByteArray();
    }

    private static final class Repair extends ClassVisitor {

        private boolean readDone;
        private boolean offerDone;

        private Repair(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor body = super.visitMethod(access, name, descriptor, signature, exceptions);
            switch (name) {
                case "handleRead":
                    passOn(body);
                    return null;
                case "handleEvent":
                    return withoutOffer(body);
                default:
                    return body;
            }
        }

        private void passOn(MethodVisitor body) {
            readDone = true;
            body.visitCode();
            body.visitVarInsn(Opcodes.ALOAD, 1);
            body.visitMethodInsn(Opcodes.INVOKEVIRTUAL, CONTEXT, "getInvokeAction", "()L" + ACTION + ";", false);
            body.visitInsn(Opcodes.ARETURN);
            body.visitMaxs(0, 0);
            body.visitEnd();
        }

        /** Behind {@code header.setIgnoreContentModifiers(false)} comes {@code header.getUpgradeDC().recycle()}. */
        private MethodVisitor withoutOffer(MethodVisitor next) {
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String name, String descriptor, boolean isInterface) {
                    if (!name.equals("setIgnoreContentModifiers")) {
                        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                        return;
                    }
                    offerDone = true;
                    // From header, value to header, header, value.
                    visitInsn(Opcodes.SWAP);
                    visitInsn(Opcodes.DUP_X1);
                    visitInsn(Opcodes.SWAP);
                    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                    super.visitMethodInsn(Opcodes.INVOKEVIRTUAL, HEADER, "getUpgradeDC", "()L" + CHUNK + ";", false);
                    super.visitMethodInsn(Opcodes.INVOKEVIRTUAL, CHUNK, "recycle", "()V", false);
                }
            };
        }
    }
}

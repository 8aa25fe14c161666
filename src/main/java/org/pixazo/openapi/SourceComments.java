package org.pixazo.openapi;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Javadoc of the sources as plain text with Markdown code, which compiled classes no longer have. */
final class SourceComments {

    private final Map<String, String> texts = new HashMap<>();

    private SourceComments() {}

    /** Reads all Java files below a folder. */
    static SourceComments in(Path folder) {
        SourceComments comments = new SourceComments();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> found = Files.walk(folder);
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    found.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                comments.new Reader(trees).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return comments;
    }

    /** What a package is for, its first sentence; empty where nobody says. */
    String ofPackage(String name) {
        return firstSentence(texts.getOrDefault(name, ""));
    }

    /** The whole comment of a type by its simple name or a member as in {@code Type#member}; empty where there is none. */
    String of(String name) {
        return texts.getOrDefault(name, "");
    }

    static String firstSentence(String text) {
        return text.split("(?<=\\.)\\s", 2)[0];
    }

    private final class Reader extends TreePathScanner<Void, Void> {

        private final DocTrees trees;

        Reader(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitCompilationUnit(CompilationUnitTree unit, Void nothing) {
            if (unit.getPackage() != null && unit.getTypeDecls().isEmpty()) {
                scan(unit.getPackage(), nothing);
                DocCommentTree comment =
                        trees.getDocCommentTree(com.sun.source.util.TreePath.getPath(unit, unit.getPackage()));
                note(unit.getPackageName().toString(), comment);
            }
            return super.visitCompilationUnit(unit, nothing);
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            String name = type.getSimpleName().toString();
            note(name, comment);
            if (comment != null) {
                comment.getBlockTags().stream()
                        .filter(ParamTree.class::isInstance)
                        .map(ParamTree.class::cast)
                        .filter(param -> !param.isTypeParameter())
                        .forEach(param -> texts.put(name + "#" + param.getName(), text(param.getDescription())));
            }
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type) {
                note(type.getSimpleName() + "#" + method.getName(), trees.getDocCommentTree(getCurrentPath()));
            }
            return super.visitMethod(method, nothing);
        }

        private void note(String name, DocCommentTree comment) {
            if (comment != null) {
                texts.putIfAbsent(name, text(comment.getFullBody()));
            }
        }

        private static String text(List<? extends DocTree> parts) {
            StringBuilder text = new StringBuilder();
            for (DocTree part : parts) {
                if (part instanceof TextTree plain) {
                    text.append(plain.getBody());
                } else if (part instanceof LiteralTree literal) {
                    boolean code = part.getKind() == DocTree.Kind.CODE;
                    text.append(code ? "`" : "").append(literal.getBody()).append(code ? "`" : "");
                } else if (part instanceof LinkTree link) {
                    text.append(
                            link.getLabel().isEmpty()
                                    ? link.getReference().getSignature().replaceAll("^.*[.#]", "")
                                    : text(link.getLabel()));
                } else if (part instanceof StartElementTree element
                        && element.getName().contentEquals("p")) {
                    text.append("\n\n");
                }
            }
            return text.toString()
                    .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
                    .replaceAll("(?<!\\n)\\n(?!\\n)", " ")
                    .strip();
        }
    }
}

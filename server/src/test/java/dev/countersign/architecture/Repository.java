package dev.countersign.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The text of the repository: what is written, not what is built.
///
/// @param root where `INVARIANTS.md` stands
/// @param files every text file, by its path below the root, with `/` on every system
record Repository(Path root, List<TextFile> files) {
    private static final Set<String> NOT_OURS =
            Set.of(".git", "target", "var", "dist", "node_modules", ".idea", ".vscode");
    private static final Set<String> TEXT = Set.of(
            "java", "md", "xml", "sql", "sh", "yaml", "yml", "properties", "http", "json", "txt", "css", "js", "html");
    private static final Set<String> SCRIPTS = Set.of("dev", "countersign", "run", "find-jdk");

    /// A file with its lines.
    ///
    /// @param path below the root
    record TextFile(String path, List<String> lines) {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        boolean is(String extension) {
            return path.endsWith("." + extension);
        }

        /// Whether it is shipped source.
        boolean isMain() {
            return path.contains("/src/main/java/");
        }

        /// The lines that a pattern is found in, each with its place.
        Stream<String> places(String pattern) {
            java.util.regex.Pattern sought = java.util.regex.Pattern.compile(pattern);
            return IntStream.range(0, lines.size())
                    .filter(i -> sought.matcher(lines.get(i)).find())
                    .mapToObj(this::place);
        }

        String place(int line) {
            return path + ":" + (line + 1) + ": " + lines.get(line).strip();
        }
    }

    /// Reads the repository that this test runs in.
    static Repository read() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("INVARIANTS.md"))) {
            root = java.util.Objects.requireNonNull(root.getParent(), "no INVARIANTS.md above the working directory");
        }
        return new Repository(root, files(root));
    }

    List<TextFile> java() {
        return files.stream().filter(file -> file.is("java")).toList();
    }

    /// Java without the planted tree, whose business is to be wrong.
    List<TextFile> soundJava() {
        return java().stream()
                .filter(file -> !file.path().contains("/planted/"))
                .toList();
    }

    List<TextFile> mainJava() {
        return java().stream().filter(TextFile::isMain).toList();
    }

    List<TextFile> pages() {
        return files.stream().filter(file -> file.is("md")).toList();
    }

    private static List<TextFile> files(Path root) {
        List<TextFile> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean ours = !NOT_OURS.contains(String.valueOf(directory.getFileName()));
                    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (isText(String.valueOf(file.getFileName()))) {
                        String path = root.relativize(file).toString().replace('\\', '/');
                        found.add(new TextFile(path, Files.readAllLines(file, StandardCharsets.UTF_8)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.copyOf(found);
    }

    private static boolean isText(String name) {
        return SCRIPTS.contains(name) || TEXT.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}

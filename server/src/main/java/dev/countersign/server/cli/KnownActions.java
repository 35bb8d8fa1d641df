package dev.countersign.server.cli;

import dev.countersign.server.config.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The published actions, from a file that is drawn from those that run: a command need not open a store to know them.
final class KnownActions implements Iterable<String> {
    private static final String FILE = "actions.txt";
    private static final int LETTERS = 4;

    private final List<KnownAction> all;

    /// Reads them.
    KnownActions() {
        try (InputStream found = KnownActions.class.getResourceAsStream(FILE)) {
            if (found == null) {
                throw new IllegalStateException("the jar has no " + FILE);
            }
            this.all = new String(found.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(KnownAction::of)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// All of them.
    List<KnownAction> all() {
        return all;
    }

    /// Their names, for a shell to complete.
    @Override
    public Iterator<String> iterator() {
        return all.stream().map(KnownAction::name).distinct().sorted().iterator();
    }

    /// The one action of that name and version.
    ///
    /// @throws IllegalArgumentException when there is none or more than one, saying what to type instead
    KnownAction find(String name, Optional<String> version) {
        List<KnownAction> named =
                all.stream().filter(one -> one.name().equals(name)).toList();
        if (named.isEmpty()) {
            throw new IllegalArgumentException(
                    "no action is called " + name + suggestion(name) + " All: countersign call --list");
        }
        List<KnownAction> fitting = named.stream()
                .filter(one -> version.map(one.version()::equals).orElse(true))
                .toList();
        return switch (fitting.size()) {
            case 1 -> fitting.getFirst();
            case 0 ->
                throw new IllegalArgumentException(
                        name + " has no version " + version.orElse("") + ": there is " + places(named));
            default ->
                throw new IllegalArgumentException(
                        "there is more than one " + name + "; choose with --version: " + places(fitting));
        };
    }

    private String suggestion(String name) {
        List<String> names = all.stream().map(KnownAction::name).distinct().toList();
        return new Nearest(names)
                .to(name, LETTERS)
                .or(() ->
                        names.stream().filter(one -> one.equalsIgnoreCase(name)).findFirst())
                .map(near -> "; did you mean " + near + "?")
                .orElse(".");
    }

    private static String places(List<KnownAction> actions) {
        return actions.stream().map(KnownAction::place).collect(Collectors.joining(", "));
    }

    /// Those whose name, product or parameters hold a word, whatever its case; all for an empty one.
    Stream<KnownAction> search(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(one -> (one.name() + " " + one.product() + " " + one.version() + " " + one.dialect())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted));
    }
}

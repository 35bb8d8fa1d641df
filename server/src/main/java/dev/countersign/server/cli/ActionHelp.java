package dev.countersign.server.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// The part of `countersign call ACTION --help` that is about the action: what it takes.
final class ActionHelp {
    private static final String SECTION = "action";

    private ActionHelp() {}

    /// Lets a command's help begin with it.
    static CommandLine before(CommandLine line, CallCommand command) {
        line.getHelpSectionMap().put(SECTION, help -> text(command.action()));
        line.setHelpSectionKeys(Stream.concat(Stream.of(SECTION), line.getHelpSectionKeys().stream())
                .toList());
        return line;
    }

    private static String text(@Nullable String name) {
        List<KnownAction> named = new KnownActions()
                .all().stream()
                        .filter(one -> Optional.ofNullable(name)
                                .map(one.name()::equalsIgnoreCase)
                                .orElse(false))
                        .toList();
        StringBuilder text = new StringBuilder();
        for (KnownAction one : named) {
            text.append(one.name()).append(", ").append(one.place());
            text.append(one.parameters().isEmpty() ? " takes nothing.\n" : " takes:\n");
            int width = one.parameters().stream()
                    .mapToInt(parameter -> parameter.path().length())
                    .max()
                    .orElse(0);
            for (KnownAction.Parameter parameter : one.parameters()) {
                text.append("  ").append(parameter.path());
                text.append(" ".repeat(width + 2 - parameter.path().length()));
                text.append(parameter.type()).append(parameter.list() ? " list" : "");
                text.append(parameter.required() ? ", required\n" : "\n");
            }
            text.append('\n');
        }
        return text.toString();
    }
}

package dev.countersign.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What makes fish complete the commands, their options, and values that are known beforehand: a line for each, as
/// fish's own `complete` takes it.
final class FishScript {
    private final String program;
    private final List<String> lines = new ArrayList<>();

    private FishScript(String program) {
        this.program = program;
    }

    /// The script.
    ///
    /// @param program what is typed to run the commands
    /// @param commands all of them
    static String of(String program, CommandLine commands) {
        FishScript script = new FishScript(program);
        script.add("-f");
        script.below(commands, List.of());
        return String.join("\n", script.lines) + "\n";
    }

    private void below(CommandLine command, List<String> path) {
        Map<String, CommandLine> inner = command.getSubcommands();
        if (!inner.isEmpty()) {
            String none = "not __fish_seen_subcommand_from " + String.join(" ", inner.keySet());
            String here = path.isEmpty() ? none : seen(path) + "; and " + none;
            inner.forEach((name, one) ->
                    add("-n " + quoted(here) + " -a " + quoted(name) + " -d " + quoted(about(one.getCommandSpec()))));
        }
        own(command.getCommandSpec(), path);
        inner.forEach((name, one) -> {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(name);
            below(one, deeper);
        });
    }

    private void own(CommandSpec command, List<String> path) {
        String when = path.isEmpty() ? "__fish_use_subcommand" : seen(path);
        for (OptionSpec option : command.options()) {
            StringBuilder line = new StringBuilder("-n " + quoted(when));
            for (String name : option.names()) {
                line.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^--?", ""));
            }
            if (option.arity().max() > 0) {
                String values = values(option.completionCandidates());
                line.append(values.isEmpty() ? " -r -F" : " -x -a " + quoted(values));
            }
            add(line + " -d " + quoted(first(option.description())));
        }
        for (PositionalParamSpec value : command.positionalParameters()) {
            String values = values(value.completionCandidates());
            if (!values.isEmpty()) {
                add("-n " + quoted(when) + " -a " + quoted(values));
            }
        }
    }

    private void add(String line) {
        lines.add("complete -c " + program + " " + line);
    }

    private static String seen(List<String> path) {
        return path.stream().map(name -> "__fish_seen_subcommand_from " + name).collect(Collectors.joining("; and "));
    }

    private static String values(@Nullable Iterable<String> known) {
        return known == null
                ? ""
                : StreamSupport.stream(known.spliterator(), false)
                        .map(FishScript::asTyped)
                        .collect(Collectors.joining(" "));
    }

    /// The names of an enum are accepted in lower case; an action's name has both.
    private static String asTyped(String value) {
        return value.equals(value.toUpperCase(Locale.ROOT)) ? value.toLowerCase(Locale.ROOT) : value;
    }

    private static String about(CommandSpec command) {
        return first(command.usageMessage().description());
    }

    private static String first(String... description) {
        return description.length == 0 ? "" : description[0];
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}

package dev.countersign.server.config;

import java.util.List;
import java.util.stream.Collectors;

/// A configuration that nothing is started with. Its message holds all that is wrong, not only the first.
public final class ConfigurationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /// @param problems what is wrong, at least one
    public ConfigurationRefused(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> "- " + problem)
                .collect(Collectors.joining("\n", "the configuration can't be used:\n", "")));
        this.problems = List.copyOf(problems);
    }

    /// What is wrong.
    public List<Problem> problems() {
        return problems;
    }
}

package dev.countersign.policy.document;

import java.util.List;

/// How numbers and times are compared.
public enum Comparison {
    /// The same.
    EQUAL,
    /// Not the same.
    NOT_EQUAL,
    /// Less, or earlier.
    LESS,
    /// Less or earlier, or the same.
    LESS_OR_EQUAL,
    /// More, or later.
    GREATER,
    /// More or later, or the same.
    GREATER_OR_EQUAL;

    /// Whether a value compares so with one of several, or, where they must differ, with all of them.
    <T extends Comparable<? super T>> boolean holds(T value, List<T> others) {
        return this == NOT_EQUAL
                ? others.stream().noneMatch(other -> value.compareTo(other) == 0)
                : others.stream().anyMatch(other -> holds(value.compareTo(other)));
    }

    private boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }
}

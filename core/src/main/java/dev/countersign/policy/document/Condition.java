package dev.countersign.policy.document;

import java.util.List;

/// A condition under which a statement counts.
public sealed interface Condition {
    /// Whether it holds.
    boolean holds(Circumstances circumstances);

    /// Which of a fact's values must meet a demand.
    enum Quantifier {
        /// One is enough.
        ANY,
        /// All of them.
        ALL
    }

    /// A fact's values must meet a demand. One that has no value does not, whatever is demanded: a statement
    /// that allows stays narrow.
    ///
    /// @param fact what is looked at
    /// @param quantifier which of its values
    /// @param orAbsent whether it also holds when the fact has no value
    /// @param test what is demanded
    record Demanded(Circumstances.Fact fact, Quantifier quantifier, boolean orAbsent, Test test) implements Condition {
        @Override
        public boolean holds(Circumstances circumstances) {
            List<String> values = circumstances.of(fact);
            if (values.isEmpty()) {
                return orAbsent;
            }
            return switch (quantifier) {
                case ANY -> values.stream().anyMatch(test::holds);
                case ALL -> values.stream().allMatch(test::holds);
            };
        }
    }

    /// A fact must have a value, or must have none.
    ///
    /// @param fact what is looked at
    /// @param absent whether it must have none
    record Presence(Circumstances.Fact fact, boolean absent) implements Condition {
        @Override
        public boolean holds(Circumstances circumstances) {
            return circumstances.of(fact).isEmpty() == absent;
        }
    }
}

package dev.countersign.policy.document;

import dev.countersign.value.Bytes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a condition demands of a value. With several texts, numbers or blocks one must be met; where they must
/// differ, all of them must: a call from neither of two networks is what "not from these two" means.
public sealed interface Test {
    /// Whether a value meets it; one that can't be read as what is demanded meets nothing.
    boolean holds(String value);

    /// One of these texts, or none of them.
    ///
    /// @param texts in small letters where case is ignored
    record Same(Set<String> texts, boolean ignoringCase, boolean not) implements Test {
        /// Copies the set.
        public Same {
            texts = Set.copyOf(texts);
        }

        @Override
        public boolean holds(String value) {
            return texts.contains(ignoringCase ? value.toLowerCase(Locale.ROOT) : value) != not;
        }
    }

    /// One of these patterns, or none of them.
    record Like(List<Wildcard> patterns, boolean not) implements Test {
        /// Copies the list.
        public Like {
            patterns = List.copyOf(patterns);
        }

        @Override
        public boolean holds(String value) {
            return patterns.stream().anyMatch(pattern -> pattern.matches(value)) != not;
        }
    }

    /// A number that compares so with these.
    record Number(Comparison comparison, List<BigDecimal> numbers) implements Test {
        /// Copies the list.
        public Number {
            numbers = List.copyOf(numbers);
        }

        @Override
        public boolean holds(String value) {
            return Operands.number(value)
                    .map(number -> comparison.holds(number, numbers))
                    .orElse(false);
        }
    }

    /// A time that compares so with these.
    record Time(Comparison comparison, List<Instant> times) implements Test {
        /// Copies the list.
        public Time {
            times = List.copyOf(times);
        }

        @Override
        public boolean holds(String value) {
            return Operands.time(value)
                    .map(time -> comparison.holds(time, times))
                    .orElse(false);
        }
    }

    /// One of these truths.
    record Truth(Set<Boolean> truths) implements Test {
        /// Copies the set.
        public Truth {
            truths = Set.copyOf(truths);
        }

        @Override
        public boolean holds(String value) {
            return Operands.truth(value).map(truths::contains).orElse(false);
        }
    }

    /// An address in one of these blocks, or in none of them.
    record Address(List<CidrBlock> blocks, boolean not) implements Test {
        /// Copies the list.
        public Address {
            blocks = List.copyOf(blocks);
        }

        @Override
        public boolean holds(String value) {
            Optional<Bytes> address = AddressLiteral.read(value);
            return address.isPresent() && blocks.stream().anyMatch(block -> block.holds(address.get())) != not;
        }
    }
}

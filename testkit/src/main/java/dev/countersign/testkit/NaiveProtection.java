package dev.countersign.testkit;

import dev.countersign.protection.Choice;
import dev.countersign.protection.Method;
import dev.countersign.protection.Protection;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One principal's protection as the wire shows it, eight switches a half, and as slowly as can be: what stores are
/// compared with.
final class NaiveProtection {
    private final Set<Method> login = EnumSet.noneOf(Method.class);
    private final Set<Method> operation = EnumSet.noneOf(Method.class);
    private final List<Method> bound;

    /// @param bound the methods whose factor is there
    NaiveProtection(List<Method> bound) {
        this.bound = bound;
    }

    /// Changes both halves, or, where a factor is not there, nothing.
    ///
    /// @return whether it did
    boolean change(Choice first, Choice second) {
        if (lacks(first) || lacks(second)) {
            return false;
        }
        turn(login, first);
        turn(operation, second);
        return true;
    }

    private boolean lacks(Choice choice) {
        return choice instanceof Choice.Demand demand
                && demand.method().filter(method -> !bound.contains(method)).isPresent();
    }

    private static void turn(Set<Method> on, Choice choice) {
        if (choice instanceof Choice.Demand demand) {
            on.clear();
            demand.method().ifPresent(on::add);
        }
    }

    /// Whether a protection shows exactly these switches.
    boolean looksLike(Protection protection) {
        return shows(protection.login(), login) && shows(protection.operation(), operation);
    }

    private static boolean shows(Optional<Method> half, Set<Method> on) {
        return Arrays.stream(Method.values())
                .allMatch(method ->
                        on.contains(method) == half.filter(method::equals).isPresent());
    }
}

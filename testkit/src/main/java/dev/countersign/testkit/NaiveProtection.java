package dev.countersign.testkit;

import dev.countersign.protection.Choice;
import dev.countersign.protection.Method;
import dev.countersign.protection.Protection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One principal's protection as the wire shows it, eight switches a half, and as slowly as can be: what stores are
/// compared with.
final class NaiveProtection {
    private final boolean[] login = new boolean[Method.values().length];
    private final boolean[] operation = new boolean[Method.values().length];
    private final List<Method> bound;

    /// @param bound the methods whose factor is there
    NaiveProtection(List<Method> bound) {
        this.bound = bound;
    }

    /// @return false when nothing was changed
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

    private static void turn(boolean[] switches, Choice choice) {
        if (choice instanceof Choice.Demand demand) {
            Arrays.fill(switches, false);
            demand.method().ifPresent(method -> switches[method.ordinal()] = true);
        }
    }

    /// Whether a protection shows exactly these switches.
    boolean looksLike(Protection protection) {
        return shows(protection.login(), login) && shows(protection.operation(), operation);
    }

    private static boolean shows(Optional<Method> half, boolean[] switches) {
        return Arrays.stream(Method.values())
                .allMatch(method -> switches[method.ordinal()]
                        == half.filter(method::equals).isPresent());
    }
}

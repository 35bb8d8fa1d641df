package dev.countersign.server.console.doctor;

import dev.countersign.gateway.Check;
import dev.countersign.gateway.Outcome.Called;
import dev.countersign.gateway.Outcome.Refusing;
import java.util.List;
import java.util.Optional;

/// How far a request came along its wire's checks.
///
/// @param called what it asked for
/// @param steps the checks, in the wire's order; none when no dialect is spoken
/// @param refused what refused; empty when nothing did
public record Verdict(Called called, List<Step> steps, Optional<Refusing> refused) {
    private static final List<Check> TENCENT = List.of(
            Check.METHOD,
            Check.SIZE,
            Check.PARSE,
            Check.COMMON,
            Check.ACTION,
            Check.TIMESTAMP,
            Check.KEY,
            Check.SIGNATURE,
            Check.TOKEN,
            Check.RATE,
            Check.SUBSCRIPTION,
            Check.PERMISSION,
            Check.FACTOR,
            Check.PARAMETERS,
            Check.BUSINESS);
    private static final List<Check> ALIBABA = List.of(
            Check.METHOD,
            Check.SIZE,
            Check.PARSE,
            Check.ACTION,
            Check.COMMON,
            Check.TIMESTAMP,
            Check.KEY,
            Check.TOKEN,
            Check.SIGNATURE,
            Check.NONCE,
            Check.RATE,
            Check.SUBSCRIPTION,
            Check.PERMISSION,
            Check.FACTOR,
            Check.PARAMETERS,
            Check.BUSINESS);
    private static final List<Check> OWN = List.of(
            Check.ACTION,
            Check.METHOD,
            Check.COMMON,
            Check.SIZE,
            Check.PARSE,
            Check.KEY,
            Check.RATE,
            Check.SUBSCRIPTION,
            Check.PERMISSION,
            Check.FACTOR,
            Check.PARAMETERS,
            Check.BUSINESS);

    /// Copies the steps.
    public Verdict {
        steps = List.copyOf(steps);
    }

    /// One check.
    public record Step(Check check, State state) {}

    /// What became of a check.
    public enum State {
        /// It let the request through.
        PASSED,
        /// It refused.
        REFUSED,
        /// The request did not come so far, or it can't be told without sending it.
        OPEN;

        /// The word for it.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// The checks of a dialect, in its order (product rules 9.2 and 9.3); none for nobody's.
    static List<Check> order(String dialect) {
        return switch (dialect) {
            case "tencent" -> TENCENT;
            case "alibaba" -> ALIBABA;
            case "rest" -> OWN;
            default -> List.of();
        };
    }

    /// Of a request that was refused.
    static Verdict refused(Called called, Refusing by) {
        List<Check> order = order(called.dialect());
        int at = order.indexOf(place(called.dialect(), by));
        return new Verdict(
                called,
                order.stream()
                        .map(check -> step(check, order.indexOf(check), at, State.REFUSED))
                        .toList(),
                Optional.of(by));
    }

    /// Of one that passed all that come before a check.
    static Verdict upTo(Called called, Check next) {
        List<Check> order = order(called.dialect());
        int at = order.indexOf(next);
        return new Verdict(
                called,
                order.stream()
                        .map(check -> step(check, order.indexOf(check), at, State.OPEN))
                        .toList(),
                Optional.empty());
    }

    /// Of one that passed them all.
    static Verdict passed(Called called) {
        return new Verdict(
                called,
                order(called.dialect()).stream()
                        .map(check -> new Step(check, State.PASSED))
                        .toList(),
                Optional.empty());
    }

    private static Step step(Check check, int index, int at, State there) {
        return new Step(check, at < 0 || index > at ? State.OPEN : index < at ? State.PASSED : there);
    }

    /// Where that check stands among the wire's: one of them asks for the action before the other common
    /// parameters.
    private static Check place(String dialect, Refusing by) {
        boolean names = by.about().equals("Action") || by.about().equals("Version");
        return dialect.equals("alibaba") && by.check() == Check.COMMON && names ? Check.ACTION : by.check();
    }

    /// The check that refused, where the wire has it; empty for none.
    public Optional<Check> by() {
        return refused.map(one -> place(called.dialect(), one));
    }
}

package dev.countersign.server.dev.fault;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.Members;
import dev.countersign.server.dev.exchange.Nearest;
import dev.countersign.server.dev.exchange.Reason;
import dev.countersign.server.dev.exchange.Recipient;
import dev.countersign.server.dev.fault.ChosenFault.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads a fault as a developer writes it, and refuses one that could never happen.
final class FaultReader {
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);
    private static final int MOST_TIMES = 1_000_000;
    private static final String ACTION = "action";
    private static final String CODE = "code";
    private static final String FORMS = "exactly one of {\"code\":\"…\"}, {\"delay\":\"2s\"}, {\"drop\":true},"
            + " {\"carrier\":\"error\"}, {\"carrier\":\"reject\"}, {\"receipt\":\"undelivered\"},"
            + " {\"receipt\":\"lost\"} and {\"receipt\":\"late\"}";

    private final KnownCodes codes;

    FaultReader(KnownCodes codes) {
        this.codes = codes;
    }

    /// Reads one.
    ///
    /// @throws Declined when anything in it is wrong
    Wanted read(Value written) {
        Members fault = Members.of(written, "a fault", "match", "fail", "times");
        Optional<Members> match = fault.object("match", ACTION, "to");
        Optional<String> action = match.flatMap(members -> members.text(ACTION));
        action.ifPresent(this::requireKnown);
        Optional<Recipient> to = match.flatMap(members -> members.text("to")).map(who -> Recipient.of(who, "to"));
        Members fail = fault.object("fail", CODE, "delay", "drop", "carrier", "receipt")
                .orElseThrow(() -> fault.missing("fail", "{\"code\":\"FailedOperation.SendVerifyCodeLimit\"}"));
        return new Wanted(action, to, failure(fail, action), times(fault));
    }

    private void requireKnown(String action) {
        if (!codes.actions().contains(action)) {
            Declined unknown = Declined.malformed(
                    "no action is called \"" + action + "\": " + Nearest.hint(action, codes.actions()));
            throw Nearest.to(action, codes.actions())
                    .map(near -> unknown.because(Reason.ACTION_MEANT, ACTION, action, near))
                    .orElseGet(() -> unknown.because(Reason.ACTION_UNKNOWN, ACTION, action));
        }
    }

    private static int times(Members fault) {
        long times = fault.whole("times").orElse(1L);
        if (times < 0 || times > MOST_TIMES) {
            throw Declined.malformed(
                            "\"times\" must be 1 to " + MOST_TIMES + ", or 0 for every time until the fault is deleted")
                    .because(Reason.TIMES, "times", Integer.toString(MOST_TIMES));
        }
        return Math.toIntExact(times);
    }

    private Failure failure(Members fail, Optional<String> action) {
        List<Failure> given = Stream.of(
                        fail.text(CODE).map(code -> refuse(code, action)),
                        fail.span("delay").map(FaultReader::delay),
                        fail.flag("drop").map(FaultReader::drop),
                        fail.text("carrier").map(word -> carrier(word, action)),
                        fail.text("receipt").map(word -> receipt(word, action)))
                .<Failure>flatMap(Optional::stream)
                .toList();
        if (given.size() != 1) {
            throw Declined.malformed("\"fail\" must be " + FORMS);
        }
        return given.getFirst();
    }

    private Failure refuse(String code, Optional<String> action) {
        if (code.isEmpty()) {
            throw Declined.malformed("\"code\" must be an error code, like FailedOperation.SendVerifyCodeLimit")
                    .because(Reason.CODE_EMPTY, CODE);
        }
        Set<String> possible = action.map(Set::of).orElseGet(codes::actions);
        if (possible.stream().noneMatch(one -> codes.answers(one, code))) {
            Set<String> published = new TreeSet<>();
            possible.forEach(one -> published.addAll(codes.published(one)));
            String whose = action.map(one -> one + " never answers").orElse("no action answers");
            Optional<String> near = Nearest.to(code, published);
            String hint = near.map(one -> ": did you mean \"" + one + "\"?").orElse("");
            throw never(Declined.malformed(whose + " with \"" + code + "\"" + hint), code, action, near);
        }
        return new Failure.Refuse(code);
    }

    private static Declined never(Declined said, String code, Optional<String> action, Optional<String> near) {
        if (action.isPresent()) {
            return near.map(one -> said.because(Reason.CODE_MEANT, CODE, action.get(), code, one))
                    .orElseGet(() -> said.because(Reason.CODE_NEVER, CODE, action.get(), code));
        }
        return near.map(one -> said.because(Reason.CODE_UNKNOWN_MEANT, CODE, code, one))
                .orElseGet(() -> said.because(Reason.CODE_UNKNOWN, CODE, code));
    }

    private static Failure delay(Duration span) {
        if (span.isZero() || span.compareTo(LONGEST_DELAY) > 0) {
            throw Declined.malformed("\"delay\" must be longer than nothing and at most 60s")
                    .because(Reason.DELAY, "delay");
        }
        return new Failure.Delay(span);
    }

    private static Failure drop(boolean wanted) {
        if (!wanted) {
            throw Declined.malformed("\"drop\" can only be true; leave it out otherwise");
        }
        return new Failure.Drop();
    }

    private static Failure carrier(String word, Optional<String> action) {
        requireNone(action);
        return switch (word) {
            case "error" -> new Failure.Carrier(false);
            case "reject" -> new Failure.Carrier(true);
            default ->
                throw Declined.malformed("\"carrier\" must be \"error\" (another try may help) or \"reject\" (the"
                        + " destination can't be reached)");
        };
    }

    private static Failure receipt(String word, Optional<String> action) {
        requireNone(action);
        return switch (word) {
            case "undelivered" -> new Failure.Receipt(Failure.Receipt.Kind.UNDELIVERED);
            case "lost" -> new Failure.Receipt(Failure.Receipt.Kind.LOST);
            case "late" -> new Failure.Receipt(Failure.Receipt.Kind.LATE);
            default ->
                throw Declined.malformed("\"receipt\" must be \"undelivered\" (the message does not arrive), \"lost\""
                        + " (nothing is ever heard of it) or \"late\" (it is heard of after 6 minutes)");
        };
    }

    private static void requireNone(Optional<String> action) {
        if (action.isPresent()) {
            throw Declined.malformed("a failure of the carrier is matched by \"to\" alone: messages are handed over"
                            + " after the action has answered")
                    .because(Reason.ACTION_SUPERFLUOUS, ACTION);
        }
    }
}

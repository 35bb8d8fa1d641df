package dev.countersign.server.console.inbox;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.console.Visit;
import dev.countersign.server.console.inbox.Controls.Asked;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns a tool's form into a call of the dev world, and a refusal into what is wrong with which field.
final class Workshop {
    private static final String CLOCK = "/dev/clock";
    private static final String FAULTS = "/dev/faults";
    private static final String NUMBERS = "/dev/test-numbers";
    private static final String SNAPSHOTS = "/dev/snapshots";

    private static final String ALL = "all";

    private final Controls controls;

    Workshop(Controls controls) {
        this.controls = controls;
    }

    /// Does what a form asks for.
    ///
    /// @return what is wrong with it; nothing when it was done
    Optional<Typed> use(Tool tool, Visit visit) {
        if (tool == Tool.RESET && visit.value("sure").isEmpty()) {
            return Optional.of(new Typed(
                    Optional.of(tool), visit.sent(), "sure", visit.words().say("reset.wrong")));
        }
        return switch (controls.ask(asked(tool, visit))) {
            case Controls.Done done -> Optional.empty();
            case Controls.Declined declined ->
                Optional.of(new Typed(
                        Optional.of(tool), visit.sent(), about(tool, declined.member()), said(declined, visit)));
        };
    }

    private static Asked asked(Tool tool, Visit visit) {
        Value.Fields none = Value.Fields.none();
        return switch (tool) {
            case CLEAR -> new Asked("DELETE", "/dev/messages", "", none);
            case CLOCK_ADVANCE ->
                new Asked("POST", CLOCK, "", none.plus("advance", Value.text(first(visit, "by", "span"))));
            case CLOCK_SET -> new Asked("POST", CLOCK, "", none.plus("set", Value.text(typed(visit, "at"))));
            case CLOCK_BACK -> new Asked("DELETE", CLOCK, "", none);
            case FAULT_ADD -> new Asked("PUT", FAULTS, "", fault(visit));
            case FAULT_REMOVE -> new Asked("DELETE", FAULTS, query("id", visit), none);
            case FAULT_CLEAR -> new Asked("DELETE", FAULTS, "", none);
            case NUMBER_PUT -> new Asked("PUT", NUMBERS, "", given(visit, "number", "code", "until"));
            case NUMBER_REMOVE -> new Asked("DELETE", NUMBERS, query("number", visit), none);
            case SNAPSHOT_SAVE -> new Asked("POST", SNAPSHOTS, "", none);
            case SNAPSHOT_RESTORE -> new Asked("PUT", SNAPSHOTS + "/" + Form.encoded(typed(visit, "id")), "", none);
            case RESET -> new Asked("POST", "/dev/reset", "", none);
        };
    }

    private static Value.Fields fault(Visit visit) {
        Value.Fields fail = Value.Fields.none();
        String value = typed(visit, "value");
        fail = switch (visit.value("kind")) {
            case "delay" -> fail.plus("delay", Value.text(value));
            case "drop" -> fail.plus("drop", new Value.Flag(true));
            case "carrier-error" -> fail.plus("carrier", Value.text("error"));
            case "carrier-reject" -> fail.plus("carrier", Value.text("reject"));
            case "receipt-undelivered" -> fail.plus("receipt", Value.text("undelivered"));
            case "receipt-lost" -> fail.plus("receipt", Value.text("lost"));
            case "receipt-late" -> fail.plus("receipt", Value.text("late"));
            default -> fail.plus("code", Value.text(value));
        };
        Value.Fields match = given(visit, "action", "for");
        Value.Fields fault = Value.Fields.none();
        if (!match.fields().isEmpty()) {
            fault = fault.plus("match", match);
        }
        String times = typed(visit, "times");
        Value count = times.matches("-?[0-9]{1,15}") ? new Value.Number(times) : Value.text(times);
        fault = fault.plus("fail", fail);
        return times.isEmpty() ? fault : fault.plus("times", count);
    }

    /// The members that were filled in. The recipient of a fault is `for` here: `to` is the filter's.
    private static Value.Fields given(Visit visit, String... names) {
        Value.Fields fields = Value.Fields.none();
        for (String name : names) {
            String value = typed(visit, name);
            if (!value.isEmpty()) {
                fields = fields.plus(name.equals("for") ? "to" : name, Value.text(value));
            }
        }
        return fields;
    }

    private static String first(Visit visit, String... names) {
        return Stream.of(names)
                .map(name -> typed(visit, name))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String typed(Visit visit, String name) {
        return visit.value(name).strip();
    }

    private static String query(String name, Visit visit) {
        return Form.write(List.of(new Form.Pair(name, typed(visit, name))));
    }

    /// The field of a form that has the member of a refused call; `all` for the form as a whole.
    private static String about(Tool tool, String member) {
        return switch (tool) {
            case CLOCK_ADVANCE -> "span";
            case CLOCK_SET -> "at";
            case FAULT_ADD ->
                switch (member) {
                    case "to" -> "for";
                    case "action", "times" -> member;
                    case "code", "delay" -> "value";
                    default -> ALL;
                };
            case NUMBER_PUT -> member.isEmpty() ? ALL : member;
            case CLEAR, CLOCK_BACK, FAULT_REMOVE, FAULT_CLEAR, NUMBER_REMOVE, SNAPSHOT_SAVE, SNAPSHOT_RESTORE, RESET ->
                ALL;
        };
    }

    /// What is wrong, in the language of the page. `/dev` speaks English alone.
    private static String said(Controls.Declined declined, Visit visit) {
        return declined.reason().isEmpty()
                ? visit.words().say("wrong.other", declined.why())
                : visit.words()
                        .say("wrong." + declined.reason(), declined.parts().toArray());
    }
}

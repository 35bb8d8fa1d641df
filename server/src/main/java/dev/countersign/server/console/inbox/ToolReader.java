package dev.countersign.server.console.inbox;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.console.inbox.Controls.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Reads what stands on the tools from the dev world's own calls.
final class ToolReader {
    private final Controls controls;
    private final List<String> actions;

    /// @param actions what a failure can be chosen for
    ToolReader(Controls controls, List<String> actions) {
        this.controls = controls;
        this.actions = List.copyOf(actions);
    }

    ToolBench read(Typed typed) {
        Value.Fields clock = fields(ask("/dev/clock"));
        return new ToolBench(
                Instant.parse(text(clock, "now")),
                moved(Long.parseLong(text(clock, "offsetMillis"))),
                items("/dev/faults").stream().map(ToolReader::fault).toList(),
                items("/dev/test-numbers").stream()
                        .map(one -> new ToolBench.Number(text(one, "number"), text(one, "code"), text(one, "until")))
                        .toList(),
                items("/dev/snapshots").stream()
                        .map(one -> new ToolBench.Snapshot(text(one, "id"), Instant.parse(text(one, "savedAt"))))
                        .sorted(Comparator.comparing(ToolBench.Snapshot::savedAt)
                                .reversed())
                        .toList(),
                actions,
                typed);
    }

    private Value ask(String path) {
        return switch (controls.ask(Asked.reading(path))) {
            case Controls.Done done -> done.value();
            case Controls.Declined declined -> throw new IllegalStateException(path + " can't be read");
        };
    }

    private List<Value.Fields> items(String path) {
        return ask(path) instanceof Value.Items many
                ? many.items().stream().map(ToolReader::fields).toList()
                : List.of();
    }

    private static ToolBench.Fault fault(Value.Fields fault) {
        Value.Fields fail = fields(fault.fields().getOrDefault("fail", Value.Fields.none()));
        String member = fail.fields().keySet().stream().findFirst().orElse("");
        String value = text(fail, member);
        return new ToolBench.Fault(
                text(fault, "id"),
                said(fields(fault.fields().getOrDefault("match", Value.Fields.none()))),
                switch (member) {
                    case "carrier", "receipt" -> member + "-" + value;
                    default -> member;
                },
                switch (member) {
                    case "code", "delay" -> value;
                    default -> "";
                },
                text(fault, "times"));
    }

    /// The members of an object in one line.
    private static String said(Value.Fields members) {
        return members.fields().keySet().stream()
                .map(name -> text(members, name))
                .collect(Collectors.joining(", "));
    }

    private static Value.Fields fields(Value value) {
        return value instanceof Value.Fields fields ? fields : Value.Fields.none();
    }

    private static String text(Value.Fields fields, String name) {
        return switch (fields.fields().get(name)) {
            case Value.Text text -> text.text();
            case Value.Number number -> number.literal();
            case Value.Flag flag -> Boolean.toString(flag.value());
            case Value.Nothing nothing -> "";
            case Value.Items items -> "";
            case Value.Fields inner -> "";
            case null -> "";
        };
    }

    /// To the second: the clock goes on ticking while this is read.
    private static String moved(long millis) {
        Duration span = Duration.ofSeconds(Math.abs(millis) / 1000);
        if (span.isZero()) {
            return "";
        }
        String text = (span.toDays() > 0 ? span.toDays() + "d " : "")
                + (span.toHoursPart() > 0 ? span.toHoursPart() + "h " : "")
                + (span.toMinutesPart() > 0 ? span.toMinutesPart() + "m " : "")
                + (span.toSecondsPart() > 0 ? span.toSecondsPart() + "s" : "");
        return (millis < 0 ? "\u2212" : "+") + text.strip();
    }
}

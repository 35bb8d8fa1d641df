package dev.countersign.server.console.inbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What stands on the tools.
///
/// @param now what the virtual clock reads
/// @param moved how far it is from the real time, as `1d2h`; empty for not at all
/// @param faults the failures that wait
/// @param numbers the test numbers
/// @param snapshots the saved worlds, newest first
/// @param actions what a failure can be chosen for
/// @param typed a form that was refused
public record ToolBench(
        Instant now,
        String moved,
        List<Fault> faults,
        List<Number> numbers,
        List<Snapshot> snapshots,
        List<String> actions,
        Typed typed) {
    /// Copies the lists.
    public ToolBench {
        faults = List.copyOf(faults);
        numbers = List.copyOf(numbers);
        snapshots = List.copyOf(snapshots);
        actions = List.copyOf(actions);
    }

    /// A failure that waits.
    ///
    /// @param match what it is for, as `SendVerifyCode, 85261234567`; empty for everything
    /// @param kind what it does, by the word of the form that chooses it, as `carrier-error`
    /// @param value the code, or how long; empty where there is neither
    /// @param left how often; 0 for every time
    public record Fault(String id, String match, String kind, String value, String left) {}

    /// A number with a fixed code.
    public record Number(String number, String code, String until) {}

    /// A saved world.
    public record Snapshot(String id, Instant savedAt) {
        /// When, to the second, in UTC.
        public String time() {
            return savedAt.truncatedTo(ChronoUnit.SECONDS)
                    .toString()
                    .replace('T', ' ')
                    .replace("Z", "");
        }
    }
}

package dev.countersign.server.console.doctor;

import dev.countersign.gateway.Check;
import dev.countersign.gateway.Outcome.Refusing;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.server.journal.Entry;
import dev.countersign.server.journal.Reach;
import dev.countersign.server.page.html.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was asked of the Doctor, and what it found.
///
/// @param typed what stands in the forms
/// @param reach how far the journal reaches back
/// @param unknown whether an id was asked for that the journal does not have
/// @param known the request of that id
/// @param finding what was found in a request that was pasted
public record DoctorScreen(
        Typed typed, Reach reach, boolean unknown, Optional<Known> known, Optional<Finding> finding) {
    private static final Set<String> WORDED = Stream.of(CallRefusal.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toUnmodifiableSet());

    /// What stands in the forms, with what is wrong beside it; empty for nothing.
    public record Typed(
            String id, String wrongId, String request, String wrongRequest, String theirs, String wrongTheirs) {
        static final Typed NOTHING = new Typed("", "", "", "", "", "");
    }

    /// A request that the journal has.
    ///
    /// @param entry the request
    /// @param verdict how far it came
    /// @param meaning what its code means; empty when nobody publishes it
    /// @param sides what the server held its signature against; none where that is not kept
    public record Known(Entry entry, Verdict verdict, String meaning, List<Sides> sides) {
        /// How long it took, in milliseconds with a fraction.
        public String millis() {
            return String.format(java.util.Locale.ROOT, "%.1f", entry.took().toNanos() / 1e6);
        }
    }

    /// How to set right what refused.
    public static String advice(Refusing by, Words words) {
        return WORDED.contains(by.why())
                ? words.say("why." + by.why(), by.about())
                : words.say("fix." + by.check().word(), by.about());
    }

    /// Whether a check is one that the wire has in its order.
    public static boolean ordered(Verdict verdict) {
        return verdict.by().filter(check -> order(verdict, check)).isPresent();
    }

    private static boolean order(Verdict verdict, Check check) {
        return verdict.steps().stream().anyMatch(step -> step.check() == check);
    }

    /// Whether there is anything to show.
    public boolean found() {
        return unknown || known.isPresent() || finding.isPresent();
    }
}

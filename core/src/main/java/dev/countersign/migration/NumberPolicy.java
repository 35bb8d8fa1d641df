package dev.countersign.migration;

import dev.countersign.refusal.NumberRefusal;
import dev.countersign.refusal.Refused;
import java.time.Instant;
import java.util.Optional;

/// Decides what becomes of a number by a step. It knows no store: it is told what stands there.
public final class NumberPolicy {
    /// How many numbers a space has at the most.
    public static final int MOST_NUMBERS = 1000;

    private NumberPolicy() {}

    /// What is known when a step is to be taken.
    ///
    /// @param present the number as the space has it
    /// @param elsewhere whether it is connected in another space
    /// @param numbers how many the space has
    public record Known(Optional<SpaceNumber> present, boolean elsewhere, int numbers) {}

    /// What a step came to.
    ///
    /// @param number as it stands then
    /// @param leaves whether it leaves the space where it is connected now
    public record Outcome(SpaceNumber number, boolean leaves) {}

    /// Decides.
    ///
    /// @throws Refused with a [NumberRefusal]
    public static Outcome decide(Known known, NumberMove move, Instant now) {
        NumberStep step = move.step();
        Optional<SpaceNumber> present = known.present().map(number -> number.at(now));
        NumberState state = present.map(SpaceNumber::state).orElse(NumberState.ABSENT);
        if (state == NumberState.ABSENT && !step.begins()) {
            throw new Refused(new NumberRefusal.NumberUnknown());
        }
        NumberState next = state.after(step).orElseThrow(() -> outOfOrder(state, step));
        if (state == NumberState.DISCONNECTED
                && step == NumberStep.REGISTER
                && !present.orElseThrow().verified(now)) {
            throw outOfOrder(state, step);
        }
        if (step.begins()) {
            mayBegin(known, move);
        }
        boolean moves = state == NumberState.VERIFIED && next == NumberState.CONNECTED;
        if (known.elsewhere() && !moves && (step == NumberStep.ADD || next == NumberState.CONNECTED)) {
            throw new Refused(new NumberRefusal.NumberTaken());
        }
        SpaceNumber number = present.orElseGet(() -> fresh(move, now));
        Optional<Instant> proven =
                step.spends() ? Optional.of(now) : step.begins() ? Optional.empty() : number.verifiedAt();
        String name = step == NumberStep.ADD ? move.name() : number.name();
        return new Outcome(number.standing(next, name, proven), moves && known.elsewhere());
    }

    private static Refused outOfOrder(NumberState state, NumberStep step) {
        return new Refused(new NumberRefusal.OutOfOrder(state.word(), step.word()));
    }

    private static void mayBegin(Known known, NumberMove move) {
        if (move.space().waba().isEmpty()) {
            throw new Refused(new NumberRefusal.WabaNotBound());
        }
        if (known.present().isEmpty() && known.numbers() >= MOST_NUMBERS) {
            throw new Refused(new NumberRefusal.NumbersReached(MOST_NUMBERS));
        }
    }

    private static SpaceNumber fresh(NumberMove move, Instant now) {
        return new SpaceNumber(
                move.freshId(),
                move.space().id(),
                move.space().tenant(),
                move.phone(),
                NumberState.ABSENT,
                "",
                Optional.empty(),
                now);
    }
}

package dev.countersign.migration;

import dev.countersign.destination.Channel;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.refusal.NumberRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Caller;
import dev.countersign.verification.Code;
import dev.countersign.verification.Demand;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verifications;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Moves numbers through their states. The order of the checks is fixed: the space is the caller's, it has the
/// number, the state allows the step, then the limits of sending, or the code.
public final class Numbers {
    private static final long IDS = 100_000_000_000L;

    private final Spaces spaces;
    private final NumberStore store;
    private final Verifications verifications;
    private final InstantSource clock;
    private final RandomGenerator random;

    /// @param spaces knows whose a space is
    /// @param store keeps numbers
    /// @param verifications sends and compares codes
    /// @param clock the time that a proof lapses by
    /// @param random draws ids
    public Numbers(
            Spaces spaces,
            NumberStore store,
            Verifications verifications,
            InstantSource clock,
            RandomGenerator random) {
        this.spaces = spaces;
        this.store = store;
        this.verifications = verifications;
        this.clock = clock;
        this.random = random;
    }

    /// Adds a number that is used nowhere yet. Adding one again that still waits for its code changes its name.
    ///
    /// @param name what its owner shows as
    /// @throws Refused with a [NumberRefusal]
    public SpaceNumber add(Caller caller, String space, PhoneNumber phone, String name) {
        return take(caller, move(caller, space, phone, NumberStep.ADD, name));
    }

    /// Begins to move a number in from another business account, of this installation or not.
    ///
    /// @throws Refused with a [NumberRefusal]
    public SpaceNumber initiate(Caller caller, String space, PhoneNumber phone) {
        return take(caller, move(caller, space, phone, NumberStep.INITIATE, ""));
    }

    /// Sends a code to a number.
    ///
    /// @param step [NumberStep#ASK_TO_MIGRATE] or [NumberStep#ASK_TO_ADD]
    /// @param locale the locale of the message
    /// @return the number that it goes to
    /// @throws Refused with a [NumberRefusal] or [dev.countersign.refusal.SendRefusal]; nothing is sent then
    public SpaceNumber sendCode(
            Caller caller, String space, PhoneNumber phone, NumberStep step, Channel channel, String locale) {
        if (step != NumberStep.ASK_TO_MIGRATE && step != NumberStep.ASK_TO_ADD) {
            throw new IllegalArgumentException("no code is sent when a number is " + step.word());
        }
        NumberMove move = move(caller, space, phone, step, "");
        SpaceNumber number = allowed(move);
        verifications.issue(new Demand(move.binding(), channel, locale, caller, Optional.empty()));
        return number;
    }

    /// Proves a number that moves in by the code that was sent to it.
    ///
    /// @throws Refused with a [NumberRefusal] or [dev.countersign.refusal.CodeNotAccepted]
    public SpaceNumber verify(Caller caller, String space, PhoneNumber phone, Code given) {
        return prove(caller, move(caller, space, phone, NumberStep.VERIFY, ""), given);
    }

    /// Proves a number that was added by the code that was sent to it, and registers it.
    ///
    /// @throws Refused with a [NumberRefusal] or [dev.countersign.refusal.CodeNotAccepted]
    public SpaceNumber confirm(Caller caller, String space, PhoneNumber phone, Code given) {
        return prove(caller, move(caller, space, phone, NumberStep.CONFIRM, ""), given);
    }

    /// Completes the move of a number that was proven: it leaves the space that had it.
    ///
    /// @throws Refused with a [NumberRefusal]
    public SpaceNumber complete(Caller caller, String space, PhoneNumber phone) {
        return take(caller, move(caller, space, phone, NumberStep.COMPLETE, ""));
    }

    /// Registers a number that is proven.
    ///
    /// @throws Refused with a [NumberRefusal]
    public SpaceNumber register(Caller caller, String space, PhoneNumber phone) {
        return take(caller, move(caller, space, phone, NumberStep.REGISTER, ""));
    }

    /// Lets a number go.
    ///
    /// @throws Refused with a [NumberRefusal]
    public SpaceNumber deregister(Caller caller, String space, PhoneNumber phone) {
        return take(caller, move(caller, space, phone, NumberStep.DEREGISTER, ""));
    }

    /// A number as it stands now.
    ///
    /// @throws Refused with a [NumberRefusal]
    public SpaceNumber find(Caller caller, String space, PhoneNumber phone) {
        return store.find(spaces.require(caller, space).id(), phone)
                .map(number -> number.at(clock.instant()))
                .orElseThrow(() -> new Refused(new NumberRefusal.NumberUnknown()));
    }

    /// The numbers of a space as they stand now. No network behind this one has others to sync with.
    ///
    /// @throws Refused with [dev.countersign.refusal.SpaceUnknown]
    public List<SpaceNumber> of(Caller caller, String space) {
        Instant now = clock.instant();
        List<SpaceNumber> held = store.of(caller.tenant().id(), space);
        if (held.isEmpty()) {
            spaces.require(caller, space);
        }
        return held.stream().map(number -> number.at(now)).toList();
    }

    /// Whether a code proved a number in the last 14 days.
    public boolean proven(SpaceNumber number) {
        return number.verified(clock.instant());
    }

    /// The state is looked at before the code is, and again in the step that uses it up.
    private SpaceNumber prove(Caller caller, NumberMove move, Code given) {
        allowed(move);
        Verification matched = verifications.match(caller, move.binding(), given);
        return take(
                caller,
                new NumberMove(
                        move.space(),
                        move.phone(),
                        move.step(),
                        move.name(),
                        move.freshId(),
                        Optional.of(matched.id())));
    }

    private SpaceNumber allowed(NumberMove move) {
        String space = move.space().id();
        return NumberPolicy.decide(
                        new NumberPolicy.Known(
                                store.find(space, move.phone()), store.connectedElsewhere(space, move.phone()), 0),
                        move,
                        clock.instant())
                .number();
    }

    private SpaceNumber take(Caller caller, NumberMove move) {
        return store.take(move, caller, clock.instant());
    }

    private NumberMove move(Caller caller, String space, PhoneNumber phone, NumberStep step, String name) {
        String freshId = String.format(Locale.ROOT, "8%011d", random.nextLong(IDS));
        return new NumberMove(spaces.require(caller, space), phone, step, name, freshId, Optional.empty());
    }
}

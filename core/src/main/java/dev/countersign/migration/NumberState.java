package dev.countersign.migration;

import java.util.Map;
import java.util.Optional;

/// Where a number stands in a space, and where each step leads from there. A step that leads nowhere is out of order.
public enum NumberState {
    /// The space does not have it.
    ABSENT("absent"),
    /// It was added, and waits for its code.
    PENDING("pending"),
    /// It moves in, and waits for its code.
    MIGRATING("migrating"),
    /// It moves in, and its code was given; for 14 days.
    VERIFIED("verified"),
    /// It is registered here.
    CONNECTED("connected"),
    /// It was let go.
    DISCONNECTED("disconnected"),
    /// It has moved to another space.
    MIGRATED("migrated");

    private final String word;

    NumberState(String word) {
        this.word = word;
    }

    /// The word for it in records and pages.
    public String word() {
        return word;
    }

    /// The state of that word.
    ///
    /// @throws IllegalArgumentException when there is none
    public static NumberState of(String word) {
        for (NumberState state : values()) {
            if (state.word.equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException("no number is " + word);
    }

    /// The state after a step; empty when the step is out of order here.
    public Optional<NumberState> after(NumberStep step) {
        return Optional.ofNullable(steps().get(step));
    }

    private Map<NumberStep, NumberState> steps() {
        return switch (this) {
            case ABSENT, MIGRATED -> Map.of(NumberStep.ADD, PENDING, NumberStep.INITIATE, MIGRATING);
            case PENDING ->
                Map.of(
                        NumberStep.ADD, PENDING,
                        NumberStep.INITIATE, MIGRATING,
                        NumberStep.ASK_TO_ADD, PENDING,
                        NumberStep.CONFIRM, CONNECTED);
            case MIGRATING ->
                Map.of(
                        NumberStep.ADD, PENDING,
                        NumberStep.INITIATE, MIGRATING,
                        NumberStep.ASK_TO_MIGRATE, MIGRATING,
                        NumberStep.VERIFY, VERIFIED);
            case VERIFIED ->
                Map.of(
                        NumberStep.COMPLETE, CONNECTED,
                        NumberStep.REGISTER, CONNECTED,
                        NumberStep.LAPSE, MIGRATING);
            case CONNECTED -> Map.of(NumberStep.DEREGISTER, DISCONNECTED, NumberStep.LEAVE, MIGRATED);
            case DISCONNECTED ->
                Map.of(
                        NumberStep.ADD, PENDING,
                        NumberStep.INITIATE, MIGRATING,
                        NumberStep.REGISTER, CONNECTED);
        };
    }
}

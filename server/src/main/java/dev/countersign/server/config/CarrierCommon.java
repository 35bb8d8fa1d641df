package dev.countersign.server.config;

import dev.countersign.delivery.guard.Breaking;
import dev.countersign.delivery.guard.Pace;
import java.time.Duration;
import java.util.Optional;

/// What carriers of every kind have.
///
/// @param kind how it is spoken to
/// @param rate how many messages a second it is given
/// @param patience how long a message waits for its turn
/// @param breaker whether it is left alone while it fails
/// @param breakerWindow how many hand-overs are looked back at
/// @param breakerLeast how many there must be
/// @param breakerShare how many of them may fail, in percent
/// @param breakerRest how long it is left alone
@Area(
        value = "carriers",
        doc =
                "Who takes messages to people. `NAME` is yours: 1 to 32 of a-z, 0-9 and -. Which keys there are depends on"
                        + " `kind`. A carrier without a route takes nothing.")
public record CarrierCommon(
        @Key(doc = "How it is spoken to.", example = "smpp", required = true)
        CarrierKind kind,

        @Key(
                doc = "How many messages a second it is given at the most. By default as many as there are.",
                example = "50")
        Optional<Integer> rate,

        @Key(
                doc = "How long a message waits for its turn within `rate` before it is put back: at most 10s.",
                example = "500ms")
        Duration patience,

        @Key(doc = "Whether it is left alone while it fails. Other routes then take its messages.", example = "off")
        boolean breaker,

        @Key(doc = "How many of its last messages are looked at for that.", example = "100")
        int breakerWindow,

        @Key(doc = "How many there must be before anything is judged.", example = "20")
        int breakerLeast,

        @Key(doc = "How much of them may fail, in percent; only the carrier's own faults count.", example = "30")
        int breakerShare,

        @Key(doc = "How long it is left alone before a few messages try it out.", example = "30s")
        Duration breakerRest)
        implements Checked {
    private static final int PROBES = 3;

    /// The defaults.
    public static CarrierCommon standard() {
        Breaking breaking = Breaking.standard();
        return new CarrierCommon(
                CarrierKind.INBOX,
                Optional.empty(),
                Duration.ofSeconds(1),
                true,
                breaking.window(),
                breaking.least(),
                breaking.share(),
                breaking.rest());
    }

    @Override
    public void check() {
        breaking();
        pace();
    }

    /// When it is left alone; empty for never.
    ///
    /// @throws IllegalArgumentException when a number is out of its range
    public Optional<Breaking> breaking() {
        Breaking breaking = new Breaking(breakerWindow, breakerLeast, breakerShare, breakerRest, PROBES);
        return breaker ? Optional.of(breaking) : Optional.empty();
    }

    /// How fast it is given messages; empty for as fast as they come.
    ///
    /// @throws IllegalArgumentException when a number is out of its range
    public Optional<Pace> pace() {
        return rate.map(most -> new Pace(most, Math.max(1, most / 10), patience));
    }
}

package dev.countersign.server.config;

import dev.countersign.server.console.signin.Roster;
import dev.countersign.server.console.signin.Tickets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The console of a server for real use.
///
/// @param enabled whether there is one
/// @param owners UINs of users who may do everything in it
/// @param operators UINs of users who look and call
/// @param auditors UINs of users who look
/// @param inbox whether the inbox is seen in it
/// @param idle how long a session lasts without a request
/// @param lifetime how long a session lasts at the most
@Area(
        value = "console",
        doc =
                "The console of `serve`: whether there is one, and who may look. Users sign in with their UIN, their console"
                        + " password, and what their protection demands at a login.")
public record ConsoleConfig(
        @Key(
                doc =
                        "On to answer at `/console`. It needs `challenge.public-url`, is seen at that host only, and nobody gets"
                                + " in without a role.",
                example = "on")
        boolean enabled,

        @Key(doc = "The UINs of users who may do everything in the console.", example = "[101234567890]")
        Set<String> owners,

        @Key(doc = "The UINs of users who look, and call with access keys of their own.", example = "[101234567891]")
        Set<String> operators,

        @Key(doc = "The UINs of users who only look.", example = "[101234567892]")
        Set<String> auditors,

        @Key(
                doc =
                        "On to show owners and operators what the inbox keeps: every code, of every tenant. It has something to"
                                + " show only where messages go to the inbox.",
                example = "on")
        boolean inbox,

        @Key(doc = "How long a session lasts without a request: up to 12h.", example = "15m")
        Duration idle,

        @Key(doc = "How long a session lasts at the most: up to 7d.", example = "8h")
        Duration lifetime) {
    private static final Duration LONGEST_IDLE = Duration.ofHours(12);
    private static final Duration LONGEST = Duration.ofDays(7);

    /// @throws IllegalArgumentException for what is no UIN, a session without an end, or a console that nobody enters
    public ConsoleConfig {
        owners = Set.copyOf(owners);
        operators = Set.copyOf(operators);
        auditors = Set.copyOf(auditors);
        requireUins("console.owners", owners);
        requireUins("console.operators", operators);
        requireUins("console.auditors", auditors);
        requireWithin("console.idle", idle, LONGEST_IDLE);
        requireWithin("console.lifetime", lifetime, LONGEST);
        if (enabled && Stream.of(owners, operators, auditors).allMatch(Set::isEmpty)) {
            throw new IllegalArgumentException(
                    "console.enabled needs somebody in console.owners, console.operators or console.auditors");
        }
    }

    private static void requireUins(String key, Set<String> uins) {
        if (!uins.stream().allMatch(uin -> uin.matches("[1-9][0-9]{0,17}"))) {
            throw new IllegalArgumentException(key + " holds the UINs of users, such as 101234567890");
        }
    }

    private static void requireWithin(String key, Duration span, Duration most) {
        if (!span.isPositive() || span.compareTo(most) > 0) {
            throw new IllegalArgumentException(key + " must be positive, and no more than " + most.toHours() + "h");
        }
    }

    /// The defaults: none.
    public static ConsoleConfig standard() {
        return new ConsoleConfig(
                false, Set.of(), Set.of(), Set.of(), false, Duration.ofMinutes(30), Duration.ofHours(12));
    }

    /// Who has which role.
    public Roster roster() {
        return new Roster(numbers(owners), numbers(operators), numbers(auditors));
    }

    private static Set<Long> numbers(Set<String> uins) {
        return uins.stream().map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /// How long sessions last.
    public Tickets.Lifetimes lifetimes() {
        return new Tickets.Lifetimes(idle, lifetime);
    }
}

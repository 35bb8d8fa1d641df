package dev.countersign.verification;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The numbers of a verification. [#standard] has the defaults; the configuration may change them within what
/// the constructor allows.
///
/// @param codeDigits length of a code: 6 to 8 (NIST SP 800-63B-4, 3.1.3.2: at least six digits)
/// @param lifetime how long a code lives: at most 10 minutes (NIST 3.1.3.2, ASVS 6.5.5)
/// @param tries how many wrong codes kill a code
/// @param resend what a re-send does
/// @param grace how long a replaced code still lives under [ResendPolicy#ROTATE_GRACE]
/// @param quietPeriod the least time between two sends for one purpose and destination
/// @param destinationPerHour sends without a principal, per tenant and destination
/// @param destinationPerDay likewise within a day
/// @param installationPerDay sends without a principal to one destination, over all tenants
/// @param principalPerHour sends for one principal
/// @param principalPerDay likewise within a day
/// @param sourcePerHour ceiling per source address; unset by default
/// @param tenantPerHour ceiling per tenant; unset by default
/// @param countries country codes that may be sent to; empty for all
/// @param countryPerHour ceiling per tenant and country code; the key `*` stands for those not named
/// @param failuresBeforeWait the failure in a row from which on the waits begin
/// @param firstWait the first wait; each further failure doubles it
/// @param longestWait what the waits grow to
/// @param failuresUntilDisabled the failure in a row that disables a principal's authenticator (NIST 3.2.2: at
///     most 100)
/// @param failureDecay after how long without a failure the count of a destination without principal starts anew
/// @param sprayWindow how many of a caller's last comparisons are looked at
/// @param sprayWrongPercent the share of wrong ones among them from which on the caller waits
public record VerificationPolicy(
        int codeDigits,
        Duration lifetime,
        int tries,
        ResendPolicy resend,
        Duration grace,
        Duration quietPeriod,
        int destinationPerHour,
        int destinationPerDay,
        int installationPerDay,
        int principalPerHour,
        int principalPerDay,
        Optional<Integer> sourcePerHour,
        Optional<Integer> tenantPerHour,
        Set<String> countries,
        Map<String, Integer> countryPerHour,
        int failuresBeforeWait,
        Duration firstWait,
        Duration longestWait,
        int failuresUntilDisabled,
        Duration failureDecay,
        int sprayWindow,
        int sprayWrongPercent) {
    /// The longest life that a code may have.
    public static final Duration LONGEST_LIFETIME = Duration.ofMinutes(10);

    /// How many codes may live for one binding at the same time.
    public static final int LIVE_CODES = 2;

    /// @throws IllegalArgumentException when a number is outside of what the standards allow
    public VerificationPolicy {
        require(codeDigits >= 6 && codeDigits <= 8, "a code has 6 to 8 digits (NIST SP 800-63B-4, 3.1.3.2)");
        require(
                lifetime.isPositive() && lifetime.compareTo(LONGEST_LIFETIME) <= 0,
                "a code lives at most 10 minutes (NIST SP 800-63B-4, 3.1.3.2)");
        require(tries >= 1 && tries <= 10, "a code bears 1 to 10 wrong tries");
        require(
                failuresUntilDisabled >= 1 && failuresUntilDisabled <= 100,
                "at most 100 failures in a row (NIST SP 800-63B-4, 3.2.2)");
        require(failuresBeforeWait >= 1, "waits begin at the first failure or later");
        require(
                firstWait.isPositive() && longestWait.compareTo(firstWait) >= 0,
                "the first wait is positive and not longer than the longest");
        require(sprayWindow >= 1 && sprayWindow <= 1000, "the window of comparisons has 1 to 1000");
        require(sprayWrongPercent >= 1 && sprayWrongPercent <= 100, "a share is 1 to 100 percent");
        countries = Set.copyOf(countries);
        countryPerHour = Map.copyOf(countryPerHour);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /// The defaults.
    public static VerificationPolicy standard() {
        return new VerificationPolicy(
                6,
                Duration.ofMinutes(10),
                5,
                ResendPolicy.REUSE,
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                5,
                10,
                10,
                10,
                20,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Map.of(),
                10,
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                100,
                Duration.ofHours(24),
                200,
                80);
    }

    /// The same with another way of re-sending.
    public VerificationPolicy with(ResendPolicy other) {
        return new VerificationPolicy(
                codeDigits,
                lifetime,
                tries,
                other,
                grace,
                quietPeriod,
                destinationPerHour,
                destinationPerDay,
                installationPerDay,
                principalPerHour,
                principalPerDay,
                sourcePerHour,
                tenantPerHour,
                countries,
                countryPerHour,
                failuresBeforeWait,
                firstWait,
                longestWait,
                failuresUntilDisabled,
                failureDecay,
                sprayWindow,
                sprayWrongPercent);
    }
}

package dev.countersign.server.config;

import dev.countersign.verification.ResendPolicy;
import dev.countersign.verification.VerificationPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The numbers of a verification, as they are written; [#policy] is what the core is given.
@Area(value = "verification", doc = "How codes are made, sent and checked.") public record VerificationConfig(
        @Key(doc = "Length of a code: 6 to 8 digits.", example = "8")
        int codeDigits,

        @Key(doc = "How long a code lives: at most 10 minutes.", example = "5m")
        Duration lifetime,

        @Key(doc = "How many wrong codes kill a code: 1 to 10.", example = "3")
        int tries,

        @Key(
                doc =
                        "What a second demand does to the first code: the same goes out again, it dies, or it lives on for `grace`.",
                example = "rotate")
        ResendPolicy resend,

        @Key(doc = "How long a replaced code still lives with `rotate-grace`.", example = "30s")
        Duration grace,

        @Key(doc = "The least time between two sends for one purpose and destination.", example = "90s")
        Duration quietPeriod,

        @Key(doc = "Sends without a principal to one destination within an hour, per tenant.", example = "3")
        int destinationPerHour,

        @Key(doc = "Likewise within a day.", example = "6") int destinationPerDay,

        @Key(doc = "Sends without a principal to one destination within a day, over all tenants.", example = "6")
        int installationPerDay,

        @Key(doc = "Sends for one principal within an hour.", example = "5")
        int principalPerHour,

        @Key(doc = "Sends for one principal within a day.", example = "10")
        int principalPerDay,

        @Key(doc = "Sends asked for by one source address within an hour.", example = "100")
        Optional<Integer> sourcePerHour,

        @Key(doc = "Sends of one tenant within an hour.", example = "10000")
        Optional<Integer> tenantPerHour,

        @Key(
                doc =
                        "Country codes that may be sent to. `serve` sends nowhere else and needs this key; `\"*\"` is every country.",
                example = "[852, 65, 86]")
        Set<String> countries,

        @Key(
                doc = "Sends of one tenant to one country within an hour; `*` stands for countries that are not named.",
                example = "{\"852\": 5000, \"*\": 100}")
        Map<String, Integer> countryPerHour,

        @Key(doc = "From which failure in a row on the waits begin.", example = "5")
        int failuresBeforeWait,

        @Key(doc = "The first wait; each further failure doubles it.", example = "1m")
        Duration firstWait,

        @Key(doc = "What the waits grow to.", example = "2h")
        Duration longestWait,

        @Key(
                doc =
                        "Which failure in a row disables a principal's authenticator until a person lifts it: at most 100.",
                example = "50")
        int failuresUntilDisabled,

        @Key(
                doc = "After how long without a failure the count of a destination without principal starts anew.",
                example = "12h")
        Duration failureDecay,

        @Key(doc = "How many of a caller's last comparisons are looked at for spraying.", example = "500")
        int sprayWindow,

        @Key(doc = "The share of wrong ones among them, in percent, from which on the caller waits.", example = "70")
        int sprayWrongPercent)
        implements Checked {
    private static final String EVERYWHERE = "*";

    /// @throws IllegalArgumentException when a country code is none
    public VerificationConfig {
        countries = Set.copyOf(countries);
        countryPerHour = Map.copyOf(countryPerHour);
        for (String country : countries) {
            if (!country.equals(EVERYWHERE) && !country.matches("[1-9][0-9]{0,2}")) {
                throw new IllegalArgumentException(
                        "verification.countries holds dialling codes such as 852, or \"*\"; not " + country);
            }
        }
    }

    @Override
    public void check() {
        policy();
    }

    /// The defaults.
    public static VerificationConfig standard() {
        return of(VerificationPolicy.standard(), Set.of(), Map.of(EVERYWHERE, 1_000));
    }

    /// The defaults, but for every country and without a ceiling per country: the dev world's.
    public static VerificationConfig everywhere() {
        return of(VerificationPolicy.standard(), Set.of(EVERYWHERE), Map.of());
    }

    private static VerificationConfig of(
            VerificationPolicy core, Set<String> countries, Map<String, Integer> countryPerHour) {
        return new VerificationConfig(
                core.codeDigits(),
                core.lifetime(),
                core.tries(),
                core.resend(),
                core.grace(),
                core.quietPeriod(),
                core.destinationPerHour(),
                core.destinationPerDay(),
                core.installationPerDay(),
                core.principalPerHour(),
                core.principalPerDay(),
                core.sourcePerHour(),
                core.tenantPerHour(),
                countries,
                countryPerHour,
                core.failuresBeforeWait(),
                core.firstWait(),
                core.longestWait(),
                core.failuresUntilDisabled(),
                core.failureDecay(),
                core.sprayWindow(),
                core.sprayWrongPercent());
    }

    /// What the core decides by. No country at all here means every country there: [Configuration] sees to it that
    /// `serve` never gets that far.
    ///
    /// @throws IllegalArgumentException when a number is outside of what the standards allow
    public VerificationPolicy policy() {
        return new VerificationPolicy(
                codeDigits,
                lifetime,
                tries,
                resend,
                grace,
                quietPeriod,
                destinationPerHour,
                destinationPerDay,
                installationPerDay,
                principalPerHour,
                principalPerDay,
                sourcePerHour,
                tenantPerHour,
                countries.contains(EVERYWHERE) ? Set.of() : countries,
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

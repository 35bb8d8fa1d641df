package dev.countersign.testkit;

import dev.countersign.verification.ResendPolicy;
import dev.countersign.verification.VerificationPolicy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The defaults of a [VerificationPolicy], to be changed one by one in a test.
public final class PolicyNumbers {
    private int tries = 5;
    private ResendPolicy resend = ResendPolicy.REUSE;
    private int destinationPerHour = 5;
    private int destinationPerDay = 10;
    private int installationPerDay = 10;
    private Optional<Integer> sourcePerHour = Optional.empty();
    private Optional<Integer> tenantPerHour = Optional.empty();
    private Set<String> countries = Set.of();
    private Map<String, Integer> countryPerHour = Map.of();
    private int failuresBeforeWait = 10;

    /// How many wrong codes kill a code.
    public PolicyNumbers tries(int most) {
        tries = most;
        return this;
    }

    /// What a re-send does.
    public PolicyNumbers resend(ResendPolicy policy) {
        resend = policy;
        return this;
    }

    /// Sends to one destination: a tenant's in an hour and a day, and the installation's in a day.
    public PolicyNumbers destination(int hour, int day, int installation) {
        destinationPerHour = hour;
        destinationPerDay = day;
        installationPerDay = installation;
        return this;
    }

    /// The ceiling of a source.
    public PolicyNumbers source(int most) {
        sourcePerHour = Optional.of(most);
        return this;
    }

    /// The ceiling of a tenant.
    public PolicyNumbers tenant(int most) {
        tenantPerHour = Optional.of(most);
        return this;
    }

    /// The only countries that are served.
    public PolicyNumbers countries(String... codes) {
        countries = Set.of(codes);
        return this;
    }

    /// The ceiling of each country.
    public PolicyNumbers country(int most) {
        countryPerHour = Map.of("*", most);
        return this;
    }

    /// From which failure in a row on there are waits.
    public PolicyNumbers waitFrom(int failures) {
        failuresBeforeWait = failures;
        return this;
    }

    /// The policy.
    public VerificationPolicy build() {
        VerificationPolicy standard = VerificationPolicy.standard();
        return new VerificationPolicy(
                standard.codeDigits(),
                standard.lifetime(),
                tries,
                resend,
                standard.grace(),
                standard.quietPeriod(),
                destinationPerHour,
                destinationPerDay,
                installationPerDay,
                standard.principalPerHour(),
                standard.principalPerDay(),
                sourcePerHour,
                tenantPerHour,
                countries,
                countryPerHour,
                failuresBeforeWait,
                standard.firstWait(),
                standard.longestWait(),
                standard.failuresUntilDisabled(),
                standard.failureDecay(),
                standard.sprayWindow(),
                standard.sprayWrongPercent());
    }
}

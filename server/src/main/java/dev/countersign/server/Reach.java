package dev.countersign.server;

import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.verification.TestNumbers;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Predicate;

/// Where notices may go: to every address, and to numbers of the countries that are served and that are no test
/// numbers.
///
/// @param countries codes of the countries that may be sent to; empty for all
/// @param testNumbers destinations that nothing is ever sent to
record Reach(Set<String> countries, TestNumbers testNumbers, InstantSource clock) implements Predicate<Destination> {
    @Override
    public boolean test(Destination to) {
        return served(to) && testNumbers.codeFor(to, clock.instant()).isEmpty();
    }

    private boolean served(Destination to) {
        return switch (to) {
            case PhoneNumber phone -> countries.isEmpty() || countries.contains(phone.countryCode());
            case MailAddress mail -> true;
        };
    }
}

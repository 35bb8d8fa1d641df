package dev.countersign.server;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Receipt;
import dev.countersign.delivery.http.Outbound;
import dev.countersign.delivery.smpp.SmppWatch;
import dev.countersign.server.carrier.Drawing;
import dev.countersign.server.carrier.Surroundings;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/// What the carriers of this process are given, wired.
final class Shipping {
    private Shipping() {}

    /// What makes carriers.
    ///
    /// @param environment where secrets may be
    /// @param sessions who hears of a carrier's SMPP sessions, by its name
    /// @param receipts takes the receipts that come in sessions
    /// @param inbox makes the carrier that keeps messages for a developer, by its name
    static Drawing drawing(
            Given given,
            Map<String, String> environment,
            Function<String, SmppWatch> sessions,
            Receipt.Intake receipts,
            Function<String, Carrier> inbox) {
        return new Drawing(
                new Surroundings(
                        given.clock(),
                        given.random(),
                        Thread.ofVirtual().name("carrier-", 0).factory(),
                        reference -> reference.resolve(environment),
                        new Outbound.Surroundings(
                                host -> Arrays.asList(InetAddress.getAllByName(host)), trust(), given.clock()),
                        sessions,
                        receipts),
                inbox);
    }

    private static SSLContext trust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java has no TLS", absent);
        }
    }
}

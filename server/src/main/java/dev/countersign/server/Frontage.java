package dev.countersign.server;

import dev.countersign.challenge.PublicAddress;
import java.util.Optional;

/// How browsers reach this server: as configured, else, in a dev world, where it turned out to listen.
final class Frontage implements PublicAddress {
    private volatile String address;

    /// @param configured the configured address, if any
    Frontage(Optional<String> configured) {
        this.address = configured.orElse("");
    }

    /// Says where it listens.
    void listensAt(String endpoint) {
        if (address.isEmpty()) {
            address = endpoint;
        }
    }

    @Override
    public String get() {
        return address;
    }
}

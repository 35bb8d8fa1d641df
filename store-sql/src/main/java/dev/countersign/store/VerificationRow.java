package dev.countersign.store;

import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.seal.Place;
import dev.countersign.seal.Seals;
import dev.countersign.value.Bytes;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Code;
import dev.countersign.verification.Purpose;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verification.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A verification as it stands in its table, number and code still sealed.
record VerificationRow(
        String id,
        long tenant,
        String purpose,
        Bytes destination,
        Optional<Long> principal,
        String operation,
        String channel,
        String locale,
        Status status,
        Optional<Bytes> code,
        boolean silent,
        Instant createdAt,
        Instant expiresAt,
        int triesLeft,
        Optional<Bytes> details) {
    static VerificationRow of(ResultSet row) throws SQLException {
        return new VerificationRow(
                row.getString("id"),
                row.getLong("tenant"),
                row.getString("purpose"),
                Columns.bytes(row, "destination"),
                Columns.perhapsLong(row, "principal"),
                row.getString("operation"),
                row.getString("channel"),
                row.getString("locale"),
                status(row.getString("status")),
                Columns.perhapsBytes(row, "code"),
                Columns.flag(row, "silent"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "expires_at"),
                row.getInt("tries_left"),
                Columns.perhapsBytes(row, "details"));
    }

    static Status status(String word) {
        return Status.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static Place placeOfCode(long tenant, String id) {
        return new Place(tenant, "verification", "code", id);
    }

    static Place placeOfDetails(long tenant, String id) {
        return new Place(tenant, "verification", "details", id);
    }

    static Place placeOfDestination(long tenant, String id) {
        return new Place(tenant, "verification", "destination", id);
    }

    /// Opens the destination and puts the binding together.
    Binding binding(Seals seals) {
        Destination to = Destination.ofCanonical(seals.open(placeOfDestination(tenant, id), destination));
        return new Binding(tenant, new Purpose(purpose), to, principal, operation);
    }

    /// Whether its code is this one. Opens it and compares in constant time.
    boolean matches(Code given, Seals seals) {
        return code.map(kept ->
                        Code.of(seals.open(placeOfCode(tenant, id), kept)).matches(given))
                .orElse(false);
    }

    Verification verification(Binding binding) {
        return new Verification(
                id, binding, Channel.of(channel), locale, status, createdAt, expiresAt, Math.max(0, triesLeft));
    }

    VerificationRow with(Status now) {
        return new VerificationRow(
                id,
                tenant,
                purpose,
                destination,
                principal,
                operation,
                channel,
                locale,
                now,
                Optional.empty(),
                silent,
                createdAt,
                expiresAt,
                triesLeft,
                details);
    }
}

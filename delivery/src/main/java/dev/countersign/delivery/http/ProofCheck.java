package dev.countersign.delivery.http;

import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.codec.Hashes;
import dev.countersign.gateway.wire.Request;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/// Checks that a receipt is from the carrier; everything that depends on a secret is compared in constant
/// time.
final class ProofCheck {
    private final Proof proof;
    private final InstantSource clock;

    /// @param proof how the carrier proves it
    /// @param clock tells how old a signature is
    ProofCheck(Proof proof, InstantSource clock) {
        this.proof = proof;
        this.clock = clock;
    }

    /// Why a request is not believed, as a fixed word; empty when it is.
    Optional<String> doubt(Request request) {
        return switch (proof) {
            case Proof.Signed signed -> signature(signed, request);
            case Proof.Basic basic -> {
                String expected = "Basic "
                        + Bytes.utf8(basic.user() + ":" + basic.password().reveal())
                                .toBase64();
                yield credentials(expected, request.headers().first("Authorization"));
            }
            case Proof.Header header ->
                credentials(header.value().reveal(), request.headers().first(header.name()));
            case Proof.Query query -> credentials(query.value().reveal(), parameter(query.name(), request));
        };
    }

    private Optional<String> signature(Proof.Signed signed, Request request) {
        Optional<String> time =
                signed.timestamp().flatMap(at -> request.headers().first(at.header()));
        if (signed.timestamp().isPresent()
                && time.filter(at -> isNow(at, signed.timestamp().get().window()))
                        .isEmpty()) {
            return Optional.of("timestamp");
        }
        Bytes expected = hmac(signed.secret(), time.map(at -> at + ".").orElse(""), request.body());
        Optional<String> given = request.headers().first(signed.header()).map(ProofCheck::bare);
        boolean fits = Requests.same(expected.toHex(), given.map(text -> text.toLowerCase(Locale.ROOT)))
                || Requests.same(expected.toBase64(), given);
        return fits ? Optional.empty() : Optional.of("signature");
    }

    private boolean isNow(String seconds, Duration window) {
        if (!seconds.matches("[0-9]{1,12}")) {
            return false;
        }
        Instant said = Instant.ofEpochSecond(Long.parseLong(seconds));
        return Duration.between(said, clock.instant()).abs().compareTo(window) <= 0;
    }

    /// What stands before the body is ASCII; the body is signed as the bytes that it is.
    private static Bytes hmac(Secret secret, String before, Bytes body) {
        return Hashes.hmac("HmacSHA256", Bytes.utf8(secret.reveal()), before, body);
    }

    /// Without `sha256=` or `v1=` in front.
    private static String bare(String header) {
        String text = header.strip();
        for (String prefix : new String[] {"sha256=", "v1="}) {
            if (text.startsWith(prefix)) {
                return text.substring(prefix.length());
            }
        }
        return text;
    }

    private static Optional<String> credentials(String expected, Optional<String> given) {
        return Requests.same(expected, given) ? Optional.empty() : Optional.of("credentials");
    }

    private static Optional<String> parameter(String name, Request request) {
        return Documents.form(Bytes.utf8(request.query()))
                .flatMap(pairs -> pairs.stream()
                        .filter(pair -> pair.name().equals(name))
                        .map(Pair::value)
                        .findFirst());
    }
}

package dev.countersign.server.config;

import dev.countersign.delivery.Receipt;
import dev.countersign.delivery.http.HookSettings;
import dev.countersign.delivery.http.JsonPointer;
import dev.countersign.delivery.http.Proof;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What a provider posts to `/receipts/NAME` that is described in the configuration.
///
/// @param receiptIdAt where the provider's id is
/// @param receiptStateAt where the state is
/// @param receiptStates what its words mean
/// @param receiptErrorAt where the error code is
/// @param receiptItemsAt where the receipts are when one document holds several
/// @param receiptProof how it proves that it is from the provider
/// @param receiptName the header, parameter or user that the proof is by
/// @param receiptSecret what both sides know
/// @param receiptTimeHeader the header with the time that is signed
/// @param receiptWindow how far that may be from now
@Area(value = "", doc = "What it posts about messages.") public record HttpReceiptConfig(
        @Key(
                doc = "Where a receipt has the provider's id for the message. Without it `/receipts/NAME` takes none.",
                example = "/id")
        Optional<String> receiptIdAt,

        @Key(doc = "Where it has the state.", example = "/status")
        Optional<String> receiptStateAt,

        @Key(
                doc =
                        "What the provider's words for a state mean: `delivered`, `undelivered` or `underway`. Other words are"
                                + " under way.",
                example = "{delivered: delivered, failed: undelivered, expired: undelivered}")
        Map<String, String> receiptStates,

        @Key(doc = "Where it has the error code.", example = "/error")
        Optional<String> receiptErrorAt,

        @Key(doc = "Where the receipts are when one document holds several.", example = "/results")
        Optional<String> receiptItemsAt,

        @Key(
                doc =
                        "How it proves that it is from the provider: a body signed with HMAC-SHA256, name and password, a word in"
                                + " a header, or a word in the query, which proxies may log.",
                example = "header")
        ProofKind receiptProof,

        @Key(
                doc =
                        "The name of the header or parameter that has the signature or word; the user's name for `basic`.",
                example = "X-Signature")
        String receiptName,

        @Key(doc = "Where the secret is that both sides know.", example = "env:EXAMPLE_RECEIPT_SECRET")
        Optional<SecretReference> receiptSecret,

        @Key(
                doc =
                        "The header with the time that is signed before the body. Without it an old receipt can be said again.",
                example = "X-Timestamp")
        Optional<String> receiptTimeHeader,

        @Key(doc = "How far that time may be from now.", example = "2m")
        Duration receiptWindow) {
    /// How a receipt proves that it is from the provider.
    public enum ProofKind {
        /// A signed body.
        SIGNED,
        /// Name and password.
        BASIC,
        /// A word in a header.
        HEADER,
        /// A word in the query.
        QUERY
    }

    /// The defaults: no receipts.
    public static HttpReceiptConfig standard() {
        return new HttpReceiptConfig(
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                ProofKind.SIGNED,
                "X-Signature",
                Optional.empty(),
                Optional.empty(),
                Duration.ofMinutes(5));
    }

    /// What receipts look like; empty for none.
    ///
    /// @throws IllegalArgumentException when something that is needed is missing
    Optional<HookSettings> hook(Function<SecretReference, Secret> secrets) {
        return receiptIdAt.map(id -> new HookSettings(
                proof(secrets.apply(needed(receiptSecret, "receipt-secret"))),
                receiptItemsAt.map(JsonPointer::of),
                JsonPointer.of(id),
                receiptErrorAt.map(JsonPointer::of),
                new HookSettings.States(JsonPointer.of(needed(receiptStateAt, "receipt-state-at")), states())));
    }

    private Proof proof(Secret secret) {
        return switch (receiptProof) {
            case SIGNED ->
                new Proof.Signed(
                        receiptName,
                        secret,
                        receiptTimeHeader.map(header -> new Proof.Timestamp(header, receiptWindow)));
            case BASIC -> new Proof.Basic(receiptName, secret);
            case HEADER -> new Proof.Header(receiptName, secret);
            case QUERY -> new Proof.Query(receiptName, secret);
        };
    }

    private Map<String, Receipt.State> states() {
        Map<String, Receipt.State> states = new LinkedHashMap<>();
        receiptStates.forEach((word, meaning) -> states.put(word, state(meaning)));
        return states;
    }

    private static Receipt.State state(String meaning) {
        for (Receipt.State state : Receipt.State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(meaning)) {
                return state;
            }
        }
        throw new IllegalArgumentException("receipt-states mean delivered, undelivered or underway");
    }

    private static <T> T needed(Optional<T> value, String key) {
        return value.orElseThrow(
                () -> new IllegalArgumentException(key + " is missing: receipts that have receipt-id-at need it"));
    }
}

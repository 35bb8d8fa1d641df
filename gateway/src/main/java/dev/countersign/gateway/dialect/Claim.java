package dev.countersign.gateway.dialect;

import dev.countersign.gateway.signing.Reckoning;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Who a call says it is from.
public sealed interface Claim {
    /// Signed with an access key.
    ///
    /// @param keyId the key's id as sent
    /// @param signedAt the time that the signature carries
    /// @param window how far that may be from now, either way
    /// @param token the security token of a temporary key, if one was sent
    /// @param signature checks the signature, given the key's secret
    /// @param nonce what may be used once by this key; empty on a wire that has none
    /// @param tokenFirst whether the token is looked at before the signature
    record Signed(
            String keyId,
            Instant signedAt,
            Duration window,
            Optional<String> token,
            Signature signature,
            Optional<String> nonce,
            boolean tokenFirst)
            implements Claim {
        /// On a wire without nonces, whose token comes after the signature.
        public Signed(String keyId, Instant signedAt, Duration window, Optional<String> token, Signature signature) {
            this(keyId, signedAt, window, token, signature, Optional.empty(), false);
        }
    }

    /// Credentials that can't be used, on a wire that says so only once the action is known.
    ///
    /// @param why what is answered
    record Unusable(CallRefusal why) implements Claim {}

    /// Bears a key of our own API.
    ///
    /// @param key the key as sent
    record Bearer(Secret key) implements Claim {}

    /// Says itself that it is not signed (`Authorization: SKIP`). No action accepts it.
    ///
    /// @param sentAt the time that the call carries
    /// @param window how far that may be from now, either way
    record Unsigned(Instant sentAt, Duration window) implements Claim {}

    /// Pure: whether a secret made this signature.
    @FunctionalInterface
    interface Signature {
        /// Checks it.
        ///
        /// @throws dev.countersign.refusal.Refused with [dev.countersign.refusal.CallRefusal.NotAuthentic] when
        ///     not
        void verify(Secret secret);

        /// Works it out for a developer, whether it fits or not; empty where a scheme can't be explained.
        default Optional<Reckoning> reckon(Secret secret) {
            return Optional.empty();
        }
    }
}

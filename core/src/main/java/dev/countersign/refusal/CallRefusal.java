package dev.countersign.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A call that never reached its action: the way it was sent, signed, timed or filled in.
public sealed interface CallRefusal extends Refusal {
    /// The wire, or the path that is called, does not know this HTTP method.
    ///
    /// @param method as sent
    /// @param allowed the methods that it does know; empty where the wire has no way to say so
    record MethodUnsupported(String method, List<String> allowed) implements CallRefusal {
        /// Without saying which methods there are.
        public MethodUnsupported(String method) {
            this(method, List.of());
        }
    }

    /// The request is larger than its form allows.
    record TooLarge(long limitBytes) implements CallRefusal {}

    /// The request is larger than its signature scheme allows, though another scheme would carry it.
    record TooLargeForScheme(long limitBytes, String otherScheme) implements CallRefusal {}

    /// The request can't be read.
    ///
    /// @param kind what is wrong
    /// @param subject the parameter or content type that it is about; empty when it is about the whole
    record Malformed(Malformation kind, String subject) implements CallRefusal {}

    /// A parameter that every call needs is not there.
    ///
    /// @param header whether it belongs into a header
    record CommonMissing(String name, boolean header) implements CallRefusal {}

    /// A parameter that every call has holds a value that is not allowed.
    record CommonInvalid(String name, String value) implements CallRefusal {}

    /// No product has this action in this version.
    record ActionUnknown(String action, String version, String service) implements CallRefusal {}

    /// No product has this version.
    record VersionUnknown(String version, String service) implements CallRefusal {}

    /// The call was signed too long ago, or too far ahead.
    record TimestampOutside(Instant serverTime) implements CallRefusal {}

    /// The credentials are not written as the wire prescribes.
    record AuthorizationMalformed() implements CallRefusal {}

    /// The key id is not one of a kind that this installation issues.
    record KeyKindUnknown(String keyId) implements CallRefusal {}

    /// The key does not exist, or was deleted.
    record KeyUnknown(String keyId) implements CallRefusal {}

    /// The key exists, and was switched off.
    record KeyDisabled(String keyId) implements CallRefusal {}

    /// The signature does not fit.
    ///
    /// @param stringToSign what the server signed, as the wire words it; only where the configuration allows to
    ///     show it
    /// @param basis the same by its parts
    record NotAuthentic(Optional<String> stringToSign, Optional<Basis> basis) implements CallRefusal {
        /// Without its parts.
        public NotAuthentic(Optional<String> stringToSign) {
            this(stringToSign, Optional.empty());
        }
    }

    /// What a signature is held against.
    ///
    /// @param canonicalRequest the canonical request; empty in a scheme that has none
    /// @param stringToSign the string to sign
    record Basis(String canonicalRequest, String stringToSign) {
        /// Without the texts, which can hold codes and numbers.
        @Override
        public String toString() {
            return "Basis";
        }
    }

    /// The security token does not prove the key.
    ///
    /// @param fault what is wrong with it, for wires that say so
    record TokenInvalid(Fault fault) implements CallRefusal {
        /// What can be wrong with a security token.
        public enum Fault {
            /// The key is temporary, and no token came with it.
            MISSING,
            /// It is not written as tokens are.
            MALFORMED,
            /// It belongs to another key, or the key has none.
            ANOTHER,
            /// It was the right one, and has ended.
            EXPIRED
        }
    }

    /// The nonce was used before, by the same key.
    record NonceUsed() implements CallRefusal {}

    /// More calls in this second than the action allows.
    ///
    /// @param count how many calls there were with this one
    /// @param limit how many are allowed
    /// @param retryAfter until the next window opens
    record RateExceeded(int count, int limit, Duration retryAfter) implements CallRefusal {}

    /// The caller may not do this.
    ///
    /// @param operation `product:Action`
    /// @param resource what it would be done to; `*` for everything
    /// @param denial who was denied, and by what; empty where no policy was asked
    record NotPermitted(String operation, String resource, Optional<Denial> denial)
            implements CallRefusal, PermissionRefusal {
        /// Without saying who was denied.
        public NotPermitted(String operation, String resource) {
            this(operation, resource, Optional.empty());
        }
    }

    /// What a wire may tell a caller about a denial.
    ///
    /// @param account the Alibaba account id of the caller's tenant
    /// @param actor the caller's UIN, or role and session with a colon between
    /// @param role whether the caller acts as a role
    /// @param explicit whether a statement denies it, rather than none allowing it
    /// @param bySession whether it is the session's own policy that leaves it out
    record Denial(String account, String actor, boolean role, boolean explicit, boolean bySession) {}

    /// The tenant lets only callers do this who have shown a second factor lately.
    record MfaRequired() implements CallRefusal, PermissionRefusal {}

    /// The tenant has not subscribed to the product.
    record NotSubscribed(String product) implements CallRefusal {}

    /// A parameter that the action does not have.
    record ParameterUnknown(String name) implements CallRefusal {}

    /// A required parameter is absent.
    record ParameterMissing(String name) implements CallRefusal {}

    /// A parameter has the wrong type.
    ///
    /// @param expected the published type word
    record ParameterMistyped(String name, String expected) implements CallRefusal {}

    /// A parameter has a value that it can't take.
    record ParameterInvalid(String name) implements CallRefusal {}

    /// An idempotency key was used before, for another request.
    record IdempotencyKeyReused() implements CallRefusal {}

    /// A bounded queue is full; nothing was done.
    record Overloaded(Duration retryAfter) implements CallRefusal {}
}

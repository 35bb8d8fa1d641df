package dev.countersign.gateway.signing;

import dev.countersign.value.Bytes;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A call as it is sent.
///
/// @param method the HTTP method
/// @param target path and query
/// @param headers the headers in order, `Host` among them
/// @param body the bytes of the body
/// @param steps how the signature came about; none where nothing is signed
public record Signed(
        String method, String target, List<Map.Entry<String, String>> headers, Bytes body, List<Step> steps) {
    /// Copies the lists.
    public Signed {
        headers = List.copyOf(headers);
        steps = List.copyOf(steps);
    }

    /// One step.
    ///
    /// @param kind which one
    /// @param name what the scheme calls it, as `kDate`
    /// @param text what came out
    public record Step(Kind kind, String name, String text) {
        /// Without a derived key, which is as good as the secret for a day.
        @Override
        public String toString() {
            return "Step(" + kind + ", " + name + ")";
        }
    }

    /// Which step of a signature.
    public enum Kind {
        /// All parameters as one text.
        CANONICAL_QUERY,
        /// The request as one text.
        CANONICAL_REQUEST,
        /// What is signed.
        STRING_TO_SIGN,
        /// A key that was derived from the secret.
        DERIVED_KEY,
        /// The signature.
        SIGNATURE,
        /// Where the signature stands in the request.
        CARRIED;

        /// The word for it, as `string-to-sign`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What came out of a step; empty when the scheme has no such step.
    public String step(Kind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind)
                .map(Step::text)
                .findFirst()
                .orElse("");
    }
}

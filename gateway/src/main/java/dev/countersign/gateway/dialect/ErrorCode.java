package dev.countersign.gateway.dialect;

import dev.countersign.gateway.wire.Value;
import java.util.List;
import java.util.Map;

/// A code as it goes out.
///
/// @param code the published code
/// @param message its text in the language of the answer
/// @param status the HTTP status; a dialect that has only one ignores it
/// @param kind what it is counted as
/// @param details further members of the answer, where the dialect has room for them
/// @param headers further headers, where the dialect has them
public record ErrorCode(
        String code,
        String message,
        int status,
        Kind kind,
        Map<String, Value> details,
        List<Map.Entry<String, String>> headers) {
    /// Who can do something about it.
    public enum Kind {
        /// The caller.
        REFUSAL,
        /// The caller, by waiting.
        THROTTLE,
        /// Only we.
        FAULT;

        /// The word for it in metrics.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// A code without details.
    public static ErrorCode of(String code, String message, int status, Kind kind) {
        return new ErrorCode(code, message, status, kind, Map.of(), List.of());
    }
}

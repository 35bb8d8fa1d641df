package dev.countersign.gateway;

import dev.countersign.value.RequestId;

/// Told of each answer, for metrics and logs. It must not block and must not throw.
public interface Observer {
    /// An answer was made.
    ///
    /// @param dialect the dialect's name
    /// @param action the action's name; empty when it was not known
    /// @param code `ok`, or the published code
    /// @param kind `success`, `refusal`, `throttle` or `fault`
    void answered(String dialect, String action, String code, String kind);

    /// Something of ours failed. The caller hears only that, with the request id.
    void fault(RequestId id, RuntimeException cause);

    /// Hears nothing.
    static Observer none() {
        return new Observer() {
            @Override
            public void answered(String dialect, String action, String code, String kind) {}

            @Override
            public void fault(RequestId id, RuntimeException cause) {}
        };
    }
}

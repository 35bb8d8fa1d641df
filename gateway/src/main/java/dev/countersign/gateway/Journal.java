package dev.countersign.gateway;

import dev.countersign.gateway.wire.Request;
import dev.countersign.value.RequestId;

/// Takes down what became of each request, so that its id can be explained afterwards. It must neither block
/// nor throw.
@FunctionalInterface
public interface Journal {
    /// A request came.
    ///
    /// @return takes its end
    Line begin(RequestId id, Request request);

    /// One request that is under way.
    @FunctionalInterface
    interface Line {
        /// It was answered.
        void end(Outcome outcome);
    }

    /// Takes nothing down.
    static Journal none() {
        return (id, request) -> outcome -> {};
    }
}

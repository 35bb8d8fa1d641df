package dev.countersign.server.console.inbox;

import dev.countersign.gateway.wire.Value;

/// The dev world's own calls, as `/dev` has them.
@FunctionalInterface
public interface Controls {
    /// Makes one call.
    Reply ask(Asked asked);

    /// What is asked.
    ///
    /// @param method the HTTP method
    /// @param path as `/dev/clock`
    /// @param query as it would stand in the address; empty for none
    /// @param body the members of its JSON; none for no body
    record Asked(String method, String path, String query, Value.Fields body) {
        /// A call that only reads.
        static Asked reading(String path) {
            return new Asked("GET", path, "", Value.Fields.none());
        }
    }

    /// What came of it.
    sealed interface Reply {}

    /// It was done.
    record Done(Value value) implements Reply {}

    /// It was not.
    ///
    /// @param why what to change, in the words of `/dev`
    record Declined(String why) implements Reply {}
}

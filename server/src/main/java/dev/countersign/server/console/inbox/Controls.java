package dev.countersign.server.console.inbox;

import dev.countersign.gateway.wire.Value;
import java.util.List;

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
    /// @param reason the word of what is wrong: `wrong.<word>` is said of it; empty for what has no words here
    /// @param member the member of the body that it is wrong with; empty for the call as a whole
    /// @param parts what the words speak of
    /// @param why what to change, in the words of `/dev`, which are English
    record Declined(String reason, String member, List<String> parts, String why) implements Reply {
        /// Copies the parts.
        public Declined {
            parts = List.copyOf(parts);
        }
    }
}

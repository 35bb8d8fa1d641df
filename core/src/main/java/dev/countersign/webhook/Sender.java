package dev.countersign.webhook;

import dev.countersign.value.Bytes;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Posts to receivers. It follows no redirect, reads no answer's body, and goes nowhere but to the internet unless
/// it was made for more.
public interface Sender {
    /// Posts, and waits for the answer; never longer than half a minute.
    Reply post(Post post);

    /// What is posted.
    ///
    /// @param to absolute, http or https
    /// @param headers without `Host` and what frames the body
    record Post(URI to, Map<String, String> headers, Bytes body) {
        /// Without signature and body.
        @Override
        public String toString() {
            return "Post";
        }
    }

    /// What came of it.
    sealed interface Reply {
        /// There was an answer.
        ///
        /// @param status its status
        /// @param retryAfter its `Retry-After`, as it came
        record Answered(int status, Optional<String> retryAfter) implements Reply {}

        /// There was none.
        ///
        /// @param reason fixed words
        record Unanswered(String reason) implements Reply {}
    }
}

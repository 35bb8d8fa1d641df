package dev.countersign.testkit.smsc;

import org.jsmpp.bean.SubmitSm;

/// What a message centre says to a `submit_sm`.
public sealed interface Answer {
    /// It takes the message.
    ///
    /// @param id the id that it gives it
    record Taken(String id) implements Answer {}

    /// It does not.
    ///
    /// @param status the `command_status`
    record Refused(int status) implements Answer {}

    /// It says nothing for as long as it runs.
    record Silence() implements Answer {}

    /// Decides what to say. Called from many threads.
    interface Script {
        /// The answer to one.
        ///
        /// @param number how many were asked before it, over all sessions
        /// @param submitted what was asked
        Answer to(long number, SubmitSm submitted);
    }
}

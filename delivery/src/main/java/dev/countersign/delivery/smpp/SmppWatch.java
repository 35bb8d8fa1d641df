package dev.countersign.delivery.smpp;

import java.time.Duration;

/// Hears what becomes of a carrier's sessions, to log, count or show it. Reasons are fixed words and status codes,
/// never text from the wire. It is called from the sessions' threads and must not wait.
public interface SmppWatch {
    /// A session is bound.
    ///
    /// @param session which one, from 0
    void bound(int session);

    /// A session was lost or could not be had.
    ///
    /// @param session which one, from 0
    /// @param reason why
    /// @param again how long until the next try; zero when the carrier is being closed
    void lost(int session, String reason, Duration again);

    /// The message centre asked for less.
    ///
    /// @param pause how long it is left alone
    void throttled(Duration pause);

    /// A receipt without an id, or in no known form, was dropped.
    void unreadable();

    /// A receipt could not be kept, so that the message centre is asked to send it again.
    ///
    /// @param reason the kind of fault
    void notKept(String reason);

    /// Hears and forgets.
    static SmppWatch none() {
        return new SmppWatch() {
            @Override
            public void bound(int session) {}

            @Override
            public void lost(int session, String reason, Duration again) {}

            @Override
            public void throttled(Duration pause) {}

            @Override
            public void unreadable() {}

            @Override
            public void notKept(String reason) {}
        };
    }
}

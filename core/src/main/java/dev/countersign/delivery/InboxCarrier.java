package dev.countersign.delivery;

import java.time.InstantSource;

/// The carrier that sends nothing: it keeps messages in the [Inbox], where a developer reads them.
public final class InboxCarrier implements Carrier {
    private final Inbox inbox;
    private final InstantSource clock;
    private final Runnable arrived;

    /// @param inbox where messages are kept
    /// @param clock tells when
    /// @param arrived told after each new message, for those who wait
    public InboxCarrier(Inbox inbox, InstantSource clock, Runnable arrived) {
        this.inbox = inbox;
        this.clock = clock;
        this.arrived = arrived;
    }

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public Dispatch dispatch(Message message) {
        if (inbox.keep(message, clock.instant())) {
            arrived.run();
        }
        return new Dispatch.Handed(message.id());
    }
}

package dev.countersign.delivery.http;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import java.net.URI;
import java.util.Optional;

/// How one provider is spoken to: a message becomes a request, an answer becomes a result. Pure but for clock
/// and randomness that it was given; safe for many threads at once.
public sealed interface Provider permits Described, Twilio, TencentSms, AlibabaSms {
    /// Scheme, host and port.
    URI target();

    /// Where it may go and how long it may take.
    Reach reach();

    /// The request for a message; empty when the provider has no text registered for it.
    Optional<Call> write(Message message);

    /// What an answer means.
    Dispatch read(Answer answer);
}

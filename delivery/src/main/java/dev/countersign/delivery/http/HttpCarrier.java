package dev.countersign.delivery.http;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import java.util.Optional;

/// A carrier that is spoken to over HTTP: one request for each message.
public final class HttpCarrier implements Carrier {
    private final String name;
    private final Provider provider;
    private final Outbound outbound;

    /// @param name its name in the configuration
    /// @param provider how it is spoken to
    /// @param surroundings what is outside
    /// @throws IllegalStateException when Java was started without [Outbound#PROPERTY]
    public HttpCarrier(String name, Provider provider, Outbound.Surroundings surroundings) {
        this.name = name;
        this.provider = provider;
        this.outbound = new Outbound(provider.target(), provider.reach(), surroundings);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Dispatch dispatch(Message message) {
        Optional<Call> call = provider.write(message);
        if (call.isEmpty()) {
            return new Dispatch.CarrierFault("no template is registered for it");
        }
        try {
            return provider.read(outbound.send(call.get()));
        } catch (Unanswered silent) {
            return new Dispatch.CarrierFault(silent.reason());
        }
    }

    @Override
    public void close() {
        outbound.close();
    }
}

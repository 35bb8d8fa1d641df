package dev.countersign.product.countersign.v1;

import dev.countersign.delivery.Carriers;
import dev.countersign.delivery.Messages;
import dev.countersign.gateway.action.Action;
import dev.countersign.verification.Verifications;
import java.util.List;

/// The part of our own API that is about messages and carriers. Messages are the tenant's; carriers are the
/// installation's, so that their scope is for an operator's key.
public final class V1Delivery {
    /// What a bearer key must be allowed to, to see messages.
    static final String MESSAGES = "messages";

    /// What a bearer key must be allowed to, to see and drain carriers.
    static final String CARRIERS = "carriers";

    static final String CARRIER_UNKNOWN = "carrier-unknown";
    static final String CARRIER_UNKNOWN_TEXT = "No route leads to a carrier of that name.";

    /// What a carrier may be called.
    static final String NAME = "[A-Za-z0-9._-]{1,64}";

    private V1Delivery() {}

    /// The actions, wired.
    ///
    /// @param verifications tells which verifications there are
    /// @param messages tells what became of messages
    /// @param carriers shows and drains carriers
    public static List<Action<?, ?>> actions(Verifications verifications, Messages messages, Carriers carriers) {
        return List.of(
                new GetMessage(messages),
                new ListMessages(verifications, messages),
                new ListCarriers(carriers),
                new DrainCarrier(carriers),
                new UndrainCarrier(carriers));
    }
}

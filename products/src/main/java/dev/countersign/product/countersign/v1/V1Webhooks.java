package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Action;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.webhook.Webhooks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of our own API that is about webhooks and events.
public final class V1Webhooks {
    /// What a bearer key must be allowed to, to see and change webhooks.
    static final String SCOPE = "webhooks";

    /// What a bearer key must be allowed to, to read events.
    static final String EVENTS = "events";

    static final String UNKNOWN = "webhook-unknown";
    static final String UNKNOWN_TEXT = "There is no such webhook.";
    static final String DELIVERY_UNKNOWN = "delivery-unknown";

    /// What a webhook may be called.
    static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";

    static final String NAME_DOC = "The webhook's name, your own choice: lower case, digits and hyphens.";
    static final String NAME_EXAMPLE = "billing";

    static final String LIMIT_DOC = "How many at the most, 1 to 100; 50, unless said otherwise.";

    private static final long MOST = 100;
    private static final long USUAL = 50;

    private V1Webhooks() {}

    /// The actions, wired.
    ///
    /// @param webhooks keeps and tells
    public static List<Action<?, ?>> actions(Webhooks webhooks) {
        return List.of(
                new PutWebhook(webhooks),
                new GetWebhook(webhooks),
                new ListWebhooks(webhooks),
                new DeleteWebhook(webhooks),
                new RotateWebhook(webhooks),
                new ListDeliveries(webhooks),
                new Redeliver(webhooks),
                new ListEvents(webhooks));
    }

    /// How many a caller wants.
    ///
    /// @throws Refused when that is none or too many
    static int limit(@Nullable Long given) {
        long limit = given == null ? USUAL : given;
        if (limit < 1 || limit > MOST) {
            throw new Refused(new CallRefusal.ParameterInvalid("limit"));
        }
        return (int) limit;
    }
}

package dev.countersign.server.dev;

import dev.countersign.destination.Destination;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.exchange.Recipient;
import dev.countersign.tenant.TenantStore.UserRecord;
import dev.countersign.value.Secret;

/// How a user looks on this surface.
final class Users {
    /// The word for a policy that allows every action.
    static final String EVERYTHING = "everything";

    /// The word for no policy at all.
    static final String NONE = "none";

    private Users() {}

    /// A user, with null for what is not bound.
    static Value.Fields written(UserRecord user, boolean everything) {
        return Value.Fields.none()
                .plus("uin", Value.number(user.uin()))
                .plus("name", Value.text(user.name()))
                .plus("phone", bound(user.phone()))
                .plus("mail", bound(user.mail()))
                .plus("wechat", new Value.Flag(user.wechatBound()))
                .plus("policy", Value.text(everything ? EVERYTHING : NONE));
    }

    private static Value bound(Secret canonical) {
        String text = canonical.reveal();
        return text.isEmpty()
                ? new Value.Nothing()
                : Value.text(Recipient.of(Destination.ofCanonical(text)).text());
    }
}

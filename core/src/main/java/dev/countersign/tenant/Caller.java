package dev.countersign.tenant;

import dev.countersign.value.Cause;
import dev.countersign.value.RequestId;
import java.util.Optional;

/// The caller is the principal whose credentials were proven for this call.
///
/// @param tenant whom it belongs to
/// @param principal who it is; for a role that was assumed, who assumed it
/// @param key the id of the access key that proved it; empty for a bearer key of our own API
/// @param temporary what came with a temporary key; empty for a permanent one
/// @param source the address that the call came from, for ceilings per source; never logged in full
/// @param cause the call, and the action that it is of
public record Caller(
        Tenant tenant, Principal principal, String key, Optional<TemporaryKey> temporary, String source, Cause cause) {
    /// A caller whose call is of no action: somebody at a page, or the developer of a dev world.
    public Caller(Tenant tenant, Principal principal, String key, String source, RequestId request) {
        this(tenant, principal, key, Optional.empty(), source, Cause.page(request));
    }

    /// The id of the call.
    public RequestId request() {
        return cause.request();
    }
}

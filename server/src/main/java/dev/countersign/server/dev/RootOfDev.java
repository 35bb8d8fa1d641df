package dev.countersign.server.dev;

import dev.countersign.tenant.Caller;
import dev.countersign.tenant.TenantStore;
import dev.countersign.value.RequestId;
import java.util.function.Supplier;

/// Who calls the developer's surface, as the domain needs to know it: the root of tenant `dev`, without a key.
///
/// @param tenants knows it
/// @param requestIds names each call
public record RootOfDev(TenantStore tenants, Supplier<RequestId> requestIds) {
    /// As the caller of the domain.
    public Caller caller() {
        return new Caller(
                tenants.tenant(DevWorld.DEV).orElseThrow(),
                tenants.principal(DevWorld.DEV, DevWorld.DEV).orElseThrow(),
                "",
                "127.0.0.1",
                requestIds.get());
    }
}

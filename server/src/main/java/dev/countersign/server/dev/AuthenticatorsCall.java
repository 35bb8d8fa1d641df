package dev.countersign.server.dev;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.dev.exchange.Members;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TenantStore;
import dev.countersign.totp.TotpDevices;
import dev.countersign.totp.TotpSecret;
import java.util.LinkedHashMap;
import java.util.Map;

/// `/dev/authenticators`: PUT gives a principal of tenant `dev` an authenticator app whose secret a test knows,
/// so that it can compute codes. It takes the place of the one before, and is active at once.
public final class AuthenticatorsCall implements DevCall {
    private static final String EXAMPLE = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private final TenantStore tenants;
    private final TotpDevices devices;

    /// @param tenants knows principals
    /// @param devices keeps authenticator apps
    public AuthenticatorsCall(TenantStore tenants, TotpDevices devices) {
        this.tenants = tenants;
        this.devices = devices;
    }

    @Override
    public String path() {
        return "/dev/authenticators";
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("PUT", this::put);
    }

    private Value put(Asked asked) {
        Members wanted = asked.members("uin", "totp");
        long uin = wanted.whole("uin").orElseThrow(() -> wanted.missing("uin", "100000000011"));
        TotpSecret secret =
                secret(wanted.text("totp").orElseThrow(() -> wanted.missing("totp", "\"" + EXAMPLE + "\"")));
        Principal principal = tenants.principal(DevWorld.DEV, uin)
                .orElseThrow(() -> Declined.unknown("tenant dev has no principal of this UIN"));
        devices.assign(principal, secret);
        Map<String, Value> written = new LinkedHashMap<>();
        written.put("uin", Value.number(uin));
        written.put("uri", Value.text(secret.uri(principal.name()).reveal()));
        return new Value.Fields(written);
    }

    private static TotpSecret secret(String base32) {
        try {
            return TotpSecret.of(base32);
        } catch (IllegalArgumentException other) {
            throw Declined.malformed("\"totp\" must be a secret in base32 of at least 128 bits, like " + EXAMPLE);
        }
    }
}

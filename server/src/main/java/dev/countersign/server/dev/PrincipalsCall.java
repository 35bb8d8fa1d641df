package dev.countersign.server.dev;

import dev.countersign.destination.MailAddress;
import dev.countersign.destination.NumberingPlan;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.dev.exchange.Members;
import dev.countersign.server.dev.exchange.Nearest;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TenantStore;
import dev.countersign.tenant.TenantStore.UserRecord;
import dev.countersign.value.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/dev/principals`: PUT makes a user of tenant `dev`, or changes the one of that UIN. What is bound is what
/// is given: a phone, address or WeChat identity that is left out is not bound afterwards. Name and policy stay
/// when they are left out; a new user has no policy.
public final class PrincipalsCall implements DevCall {
    private static final int LONGEST_NAME = 64;
    private static final List<String> POLICIES = List.of(Users.EVERYTHING, Users.NONE);

    private final TenantStore tenants;
    private final Permissions permissions;
    private final NumberingPlan plan;

    /// @param tenants keeps users
    /// @param permissions what they may do
    /// @param plan brings numbers into their normal form
    public PrincipalsCall(TenantStore tenants, Permissions permissions, NumberingPlan plan) {
        this.tenants = tenants;
        this.permissions = permissions;
        this.plan = plan;
    }

    @Override
    public String path() {
        return "/dev/principals";
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("PUT", this::put);
    }

    private Value put(Asked asked) {
        Members wanted = asked.members("uin", "name", "phone", "mail", "wechat", "policy");
        long uin = wanted.whole("uin").orElseThrow(() -> wanted.missing("uin", "123"));
        if (uin <= 0) {
            throw Declined.malformed("\"uin\" must be positive");
        }
        Optional<Principal> present = tenants.principal(DevWorld.DEV, uin);
        if (present.filter(Principal::isRoot).isPresent()) {
            throw Declined.conflict("this UIN is the root of tenant dev, not a user");
        }
        boolean everything = wanted.text("policy")
                .map(PrincipalsCall::everything)
                .orElseGet(() -> present.isPresent() && permissions.everything(uin));
        UserRecord user = user(uin, wanted, present);
        if (!tenants.put(user)) {
            throw Declined.conflict("this UIN belongs to another tenant");
        }
        permissions.everything(uin, everything);
        return Users.written(user, everything);
    }

    private UserRecord user(long uin, Members wanted, Optional<Principal> present) {
        return new UserRecord(
                uin,
                DevWorld.DEV,
                wanted.text("name")
                        .map(PrincipalsCall::name)
                        .or(() -> present.map(Principal::name))
                        .orElse("user-" + uin),
                Secret.of(wanted.text("phone").map(this::phone).orElse("")),
                Secret.of(wanted.text("mail").map(PrincipalsCall::mail).orElse("")),
                wanted.flag("wechat").orElse(false));
    }

    private static String name(String given) {
        if (given.isBlank() || given.length() > LONGEST_NAME) {
            throw Declined.malformed("\"name\" must have 1 to " + LONGEST_NAME + " characters");
        }
        return given;
    }

    private static boolean everything(String policy) {
        if (!POLICIES.contains(policy)) {
            throw Declined.malformed("no policy is called \"" + policy + "\": " + Nearest.hint(policy, POLICIES));
        }
        return policy.equals(Users.EVERYTHING);
    }

    private String phone(String written) {
        return plan.parse(written)
                .orElseThrow(() -> Declined.malformed(
                        "\"phone\" must be a phone number that begins with a country code, like 85261234567"))
                .canonical();
    }

    private static String mail(String written) {
        try {
            return new MailAddress(written).canonical();
        } catch (IllegalArgumentException other) {
            throw Declined.malformed("\"mail\" must be an e-mail address, like alice@example.com");
        }
    }
}

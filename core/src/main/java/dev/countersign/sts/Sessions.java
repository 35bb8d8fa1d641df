package dev.countersign.sts;

import dev.countersign.refusal.AssumptionRefusal;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.PermanentKeyNeeded;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SessionRefusal;
import dev.countersign.sts.AssumableRoles.Role;
import dev.countersign.sts.AssumableRoles.RoleName;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.totp.TotpDevices;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Hands out temporary keys: to a caller who shows a second factor, and to one who assumes a role. The second
/// factor is looked at last, so that a call that is refused anyway uses up no code.
public final class Sessions {
    /// How long a key of a session lives when nothing is said.
    public static final Duration SESSION_DEFAULT = Duration.ofMinutes(30);

    /// The longest life of a root's session key.
    public static final Duration ROOT_SESSION_LONGEST = Duration.ofHours(2);

    /// The longest life of a user's session key.
    public static final Duration USER_SESSION_LONGEST = Duration.ofHours(36);

    /// How long a role's key lives when nothing is said, unless its role allows less.
    public static final Duration ROLE_DEFAULT = Duration.ofHours(2);

    /// The longest life of a role's key.
    public static final Duration ROLE_LONGEST = Duration.ofHours(12);

    /// The longest document that narrows a key, in characters: as long as a policy may be.
    public static final int LONGEST_POLICY = 6_144;

    private final TemporaryKeys keys;
    private final TotpDevices devices;
    private final AssumableRoles roles;
    private final InstantSource clock;

    /// @param keys issues keys
    /// @param devices checks second factors
    /// @param roles knows roles
    /// @param clock the time that keys end by
    public Sessions(TemporaryKeys keys, TotpDevices devices, AssumableRoles roles, InstantSource clock) {
        this.keys = keys;
        this.devices = devices;
        this.roles = roles;
        this.clock = clock;
    }

    /// A key that shows that its holder had a second factor.
    ///
    /// @param seconds how long it is to live, if that was said
    /// @throws Refused with a [SessionRefusal]; a code that is not accepted is one
    public IssuedKey open(Caller caller, SecondFactor factor, Optional<Long> seconds) {
        if (caller.temporary().isPresent()) {
            throw new Refused(new PermanentKeyNeeded());
        }
        Duration longest = caller.principal().isRoot() ? ROOT_SESSION_LONGEST : USER_SESSION_LONGEST;
        Duration lifetime = lifetime(seconds, SESSION_DEFAULT, longest);
        show(caller, factor);
        Instant now = clock.instant();
        TemporaryKey carried =
                new TemporaryKey(end(caller, now.plus(lifetime)), Optional.empty(), Optional.empty(), Optional.of(now));
        return keys.issue(caller, carried, "session.opened", Map.of());
    }

    /// A key that acts as a role. It never outlives the temporary key that it was got with.
    ///
    /// @throws Refused with a [SessionRefusal], or [CallRefusal.NotPermitted] when the role does not trust the
    ///     caller
    public IssuedKey assume(Caller caller, AssumeDemand demand) {
        Optional<Duration> asked = demand.seconds().map(Duration::ofSeconds);
        asked.ifPresent(lifetime -> requireWithin(lifetime, ROLE_LONGEST));
        demand.policy().ifPresent(policy -> requireSound(policy, caller.tenant().id()));
        Role role = role(caller, demand);
        Duration lifetime = asked.orElse(shorter(ROLE_DEFAULT, role.longest()));
        requireWithin(lifetime, role.longest());
        if (!roles.mayAssume(caller, role, demand.externalId())) {
            throw new Refused(new CallRefusal.NotPermitted("sts:AssumeRole", resource(demand.tenant(), role.name())));
        }
        demand.factor().ifPresent(factor -> show(caller, factor));
        Instant now = clock.instant();
        TemporaryKey carried = new TemporaryKey(
                end(caller, now.plus(lifetime)),
                Optional.of(new TemporaryKey.AssumedRole(role.id(), role.name(), demand.session())),
                demand.policy(),
                demand.factor().map(shown -> now));
        Map<String, String> facts = new TreeMap<>(demand.remarks());
        facts.put("role", role.name());
        facts.put("session", demand.session());
        return keys.issue(caller, carried, "role.assumed", facts);
    }

    /// How a policy names the role that a caller asks for, by whichever of its names: an id must not lead past
    /// a statement about the name. One that the caller's tenant does not have is named as it was asked for.
    public String resource(Caller caller, long tenant, RoleName name) {
        return Optional.of(tenant)
                .filter(own -> own == caller.tenant().id())
                .flatMap(own -> roles.find(own, name))
                .map(role -> resource(tenant, role.name()))
                .orElseGet(() -> switch (name) {
                    case RoleName.Named named -> resource(tenant, named.name());
                    case RoleName.Numbered numbered -> "qcs::cam::uin/" + tenant + ":role/" + numbered.id();
                });
    }

    private static String resource(long tenant, String role) {
        return "qcs::cam::uin/" + tenant + ":roleName/" + role;
    }

    /// Another tenant's role is answered as one that does not exist.
    private Role role(Caller caller, AssumeDemand demand) {
        return Optional.of(demand)
                .filter(own -> own.tenant() == caller.tenant().id())
                .flatMap(own -> roles.find(own.tenant(), own.role()))
                .orElseThrow(() -> new Refused(new AssumptionRefusal.RoleUnknown()));
    }

    private void requireSound(String policy, long tenant) {
        if (policy.length() > LONGEST_POLICY) {
            throw new Refused(new AssumptionRefusal.SessionPolicyTooLong());
        }
        roles.requireSound(policy, tenant);
    }

    private void show(Caller caller, SecondFactor factor) {
        if (!factor.kind().equals(SecondFactor.SOFT_TOKEN)) {
            throw new Refused(new SessionRefusal.SecondFactorUnsupported());
        }
        if (factor.tenant() != caller.tenant().id()) {
            throw new Refused(new CodeNotAccepted(0));
        }
        devices.check(caller, caller.principal(), factor.code().reveal());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration lifetime(Optional<Long> seconds, Duration unsaid, Duration longest) {
        Duration lifetime = seconds.map(Duration::ofSeconds).orElse(unsaid);
        requireWithin(lifetime, longest);
        return lifetime;
    }

    private static void requireWithin(Duration lifetime, Duration longest) {
        if (!lifetime.isPositive() || lifetime.compareTo(longest) > 0) {
            throw new Refused(new SessionRefusal.LifetimeOutside());
        }
    }

    /// Keys end at a full second, rounded down, as the wire tells it.
    private static Instant end(Caller caller, Instant wanted) {
        return caller.temporary()
                .map(TemporaryKey::expiresAt)
                .filter(wanted::isAfter)
                .orElse(wanted)
                .truncatedTo(ChronoUnit.SECONDS);
    }
}

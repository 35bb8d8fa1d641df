package dev.countersign.challenge;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.Challenge.Asked;
import dev.countersign.challenge.Challenge.Progress;
import dev.countersign.challenge.Challenge.Status;
import dev.countersign.protection.Demands;
import dev.countersign.protection.Method;
import dev.countersign.protection.ProtectionStore;
import dev.countersign.protection.TenantRules;
import dev.countersign.protection.TenantRulesStore;
import dev.countersign.refusal.ChallengeRefusal;
import dev.countersign.refusal.OpeningRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TenantStore;
import dev.countersign.value.Uuids;
import dev.countersign.verification.IdempotencyKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The application's side of challenges: opens, reads and cancels them.
public final class Challenges {
    private final ChallengeStore store;
    private final Subjects subjects;
    private final Methods methods;
    private final Surroundings surroundings;

    /// Who challenges are about.
    ///
    /// @param tenants knows principals and what is bound to them
    /// @param protections knows which factor each must show
    /// @param rules knows what tenants demand of all of theirs
    public record Subjects(TenantStore tenants, ProtectionStore protections, TenantRulesStore rules) {}

    /// What challenges need from outside.
    ///
    /// @param clock the time that challenges live by
    /// @param random a cryptographic generator, for ids, browsers' secrets and result codes
    /// @param publicAddress how browsers reach this installation
    /// @param ownReturns paths of our own that any challenge may return to: the dev world's, or the sign-in's of a
    ///     console
    public record Surroundings(
            InstantSource clock, RandomGenerator random, PublicAddress publicAddress, List<String> ownReturns) {}

    /// @param store keeps challenges
    /// @param subjects who they are about
    /// @param methods what they can demand
    /// @param surroundings clock, randomness, address
    public Challenges(ChallengeStore store, Subjects subjects, Methods methods, Surroundings surroundings) {
        this.store = store;
        this.subjects = subjects;
        this.methods = methods;
        this.surroundings = surroundings;
    }

    /// What a challenge would demand of somebody.
    public sealed interface Foreseen {
        /// Nothing: none would be opened.
        record Nothing() implements Foreseen {}

        /// This, which it can show, or set up in the challenge.
        record Demanded(Method method) implements Foreseen {}

        /// This, which it can't show: the challenge would be refused.
        record Unable(Method method) implements Foreseen {}
    }

    /// What a challenge of a principal would demand if it were opened now.
    public Foreseen foreseen(Principal principal, Kind kind) {
        long tenant = principal.tenant();
        Bound bound = subjects.tenants().bound(tenant, principal.uin()).orElse(Bound.NOTHING);
        return demanded(principal.uin(), kind, bound, tenant, subjects.rules().of(tenant))
                .<Foreseen>map(method -> available(tenant, principal.uin(), method, bound)
                        ? new Foreseen.Demanded(method)
                        : new Foreseen.Unable(method))
                .orElseGet(Foreseen.Nothing::new);
    }

    /// Opens a challenge of a principal of the caller's tenant.
    ///
    /// @return the challenge; empty when its protection demands none
    /// @throws Refused with an [OpeningRefusal]; nothing is stored then
    public Optional<Challenge> open(Caller caller, Opening opening) {
        Instant now = surroundings.clock().instant();
        long tenant = caller.tenant().id();
        Bound bound = subjects.tenants()
                .bound(tenant, opening.principal())
                .orElseThrow(() -> new Refused(new OpeningRefusal.SubjectUnknown()));
        if ((opening.kind() == Kind.OPERATION) == opening.operation().fields().isEmpty()) {
            throw new Refused(new OpeningRefusal.OperationUnfit());
        }
        TenantRules rules = subjects.rules().of(tenant);
        requireReturn(rules, opening.back().address());
        holdBack(opening.kind(), bound, now);
        Optional<Asked> asked = demanded(opening.principal(), opening.kind(), bound, tenant, rules)
                .map(method -> asked(opening, tenant, method, bound));
        Optional<Challenge> fresh = asked.map(what -> fresh(opening, tenant, what, now));
        AuditEntry entry = AuditEntry.by(
                caller,
                now,
                "challenge.opened",
                fresh.map(Challenge::subject).orElse(""),
                fresh.map(Challenges::facts).orElse(Map.of()));
        return store.open(tenant, fresh, opening.idempotency(), entry, now);
    }

    private void requireReturn(TenantRules rules, String address) {
        String own = surroundings.publicAddress().get();
        if (own.isEmpty()) {
            throw new Refused(new OpeningRefusal.NoPublicAddress());
        }
        if (surroundings.ownReturns().stream().noneMatch(path -> address.equals(own + path))
                && !new ReturnAddresses(rules.returnTo()).allow(address)) {
            throw new Refused(new OpeningRefusal.ReturnNotRegistered());
        }
    }

    private static void holdBack(Kind kind, Bound bound, Instant now) {
        Optional<Duration> left =
                bound.coolOffUntil().map(until -> Duration.between(now, until)).filter(Duration::isPositive);
        if (kind == Kind.OPERATION && left.isPresent()) {
            throw new Refused(new OpeningRefusal.CoolingOff(left.get()));
        }
    }

    private Optional<Method> demanded(long principal, Kind kind, Bound bound, long tenant, TenantRules rules) {
        Demands demands = new Demands(subjects.protections().of(tenant, principal), rules, bound);
        return switch (kind) {
            case LOGIN -> demands.login();
            case OPERATION -> demands.operation();
        };
    }

    private boolean available(long tenant, long principal, Method method, Bound bound) {
        return methods.of(method)
                .filter(one -> one.available(tenant, principal, bound))
                .isPresent();
    }

    private Asked asked(Opening opening, long tenant, Method method, Bound bound) {
        if (!available(tenant, opening.principal(), method, bound)) {
            throw new Refused(new OpeningRefusal.AuthenticatorMissing(method.word()));
        }
        boolean enrols = method == Method.STOKEN
                && methods.totp().of(opening.principal()).isEmpty();
        return new Asked(opening.kind(), opening.operation(), method, enrols);
    }

    private Challenge fresh(Opening opening, long tenant, Asked asked, Instant now) {
        return new Challenge(
                Uuids.random(surroundings.random()).toString(),
                tenant,
                opening.principal(),
                asked,
                opening.back(),
                opening.locale(),
                now,
                now.plus(Challenge.LIFETIME),
                Progress.FRESH);
    }

    /// What the audit says of a challenge: nothing of an operation's fields, which may hold anything.
    static Map<String, String> facts(Challenge challenge) {
        return Map.of(
                "principal", AuditEntry.principal(challenge.principal()),
                "kind", challenge.asked().kind().word(),
                "method", challenge.asked().method().word(),
                "operation", challenge.asked().operation().name());
    }

    /// A challenge of the caller's tenant, as it stands now.
    public Optional<Challenge> find(Caller caller, String id) {
        return store.find(id, surroundings.clock().instant())
                .filter(challenge -> challenge.tenant() == caller.tenant().id());
    }

    /// Where the browser is sent for a challenge.
    public String page(Challenge challenge) {
        return surroundings.publicAddress().get() + "/challenge/" + challenge.id();
    }

    /// Gives a challenge up.
    ///
    /// @throws Refused with a [ChallengeRefusal] when there is none, or it has ended
    public Challenge cancel(Caller caller, String id, Optional<IdempotencyKey> key) {
        Instant now = surroundings.clock().instant();
        Challenge found = find(caller, id).orElseThrow(() -> new Refused(new ChallengeRefusal.ChallengeUnknown()));
        AuditEntry entry = AuditEntry.by(caller, now, "challenge.cancelled", found.subject(), facts(found));
        if (!store.cancel(found, key, now, entry)) {
            Status status = store.find(id, now).map(Challenge::status).orElse(found.status());
            throw new Refused(new ChallengeRefusal.ChallengeEnded(status.word()));
        }
        return found.with(Status.CANCELLED);
    }
}

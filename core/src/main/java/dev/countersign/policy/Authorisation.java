package dev.countersign.policy;

import dev.countersign.policy.document.Access;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.TemporaryKey;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides whether a caller may do something: the root may everything, unless it acts as a role; a user what the
/// policies attached to it say; a role what its own say. A session's policy narrows all of them.
public final class Authorisation {
    private final AttachedPolicies attached;
    private final Documents documents;
    private final InstantSource clock;
    private final boolean secure;

    /// @param attached finds policies
    /// @param documents reads them
    /// @param clock the time that conditions look at
    /// @param secure whether calls come over TLS here, which conditions look at too
    public Authorisation(AttachedPolicies attached, Documents documents, InstantSource clock, boolean secure) {
        this.attached = attached;
        this.documents = documents;
        this.clock = clock;
        this.secure = secure;
    }

    /// Decides.
    ///
    /// @param operation as `cam:SetMfaFlag`
    /// @param resource what it would be done to; `*` for nothing in particular
    public Decision decide(Caller caller, String operation, String resource) {
        Optional<TemporaryKey.AssumedRole> role = caller.temporary().flatMap(TemporaryKey::role);
        Optional<String> session = caller.temporary().flatMap(TemporaryKey::policy);
        boolean root = caller.principal().isRoot() && role.isEmpty();
        if (root && session.isEmpty()) {
            return new Decision.ByRoot();
        }
        Access access = access(caller, operation, resource);
        Decision own = root ? new Decision.ByRoot() : PolicyEvaluator.decide(policies(caller, role), access);
        if (session.isEmpty() || !own.allowed()) {
            return own;
        }
        long tenant = caller.tenant().id();
        Decision narrow = PolicyEvaluator.decide(
                List.of(new ReadPolicy(0, "the session's policy", documents.read(session.get(), tenant))), access);
        return narrow.allowed() ? own : new Decision.Narrowed(narrow);
    }

    private Access access(Caller caller, String operation, String resource) {
        return new Access(
                operation,
                resource,
                new Access.Actor(caller.tenant().id(), caller.principal().uin()),
                new CallCircumstances(caller, clock.instant(), Optional.empty(), Optional.of(secure)));
    }

    private List<ReadPolicy> policies(Caller caller, Optional<TemporaryKey.AssumedRole> role) {
        long tenant = caller.tenant().id();
        List<AttachedPolicy> found = role.isPresent()
                ? attached.ofRole(tenant, role.get().id())
                : attached.ofUser(tenant, caller.principal().uin());
        List<ReadPolicy> read = new ArrayList<>(found.size());
        for (AttachedPolicy one : found) {
            read.add(new ReadPolicy(one.id(), one.name(), documents.read(one.document(), tenant, one.grammar())));
        }
        return read;
    }
}

package dev.countersign.policy;

import dev.countersign.audit.AuditEntry;
import dev.countersign.refusal.PolicyRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.UserUnknown;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TenantStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Manages a tenant's policies and who has them. The numbers are the vendor's
/// (<https://www.tencentcloud.com/document/product/598/10609>).
public final class Policies {
    /// How many policies a tenant may make.
    public static final int MOST_POLICIES = 1500;

    /// How many policies a user or role may have.
    public static final int MOST_ATTACHED = 200;

    private static final long FIRST_ID = 100_000_000;
    private static final long IDS = 900_000_000;

    private final PolicyStore store;
    private final TenantStore tenants;
    private final Documents documents;
    private final Surroundings surroundings;

    /// What managing needs from outside.
    ///
    /// @param clock the time that changes are made at
    /// @param random draws ids
    public record Surroundings(InstantSource clock, RandomGenerator random) {}

    /// @param store keeps policies
    /// @param tenants knows users
    /// @param documents reads them
    /// @param surroundings clock and randomness
    public Policies(PolicyStore store, TenantStore tenants, Documents documents, Surroundings surroundings) {
        this.store = store;
        this.tenants = tenants;
        this.documents = documents;
        this.surroundings = surroundings;
    }

    /// Makes a policy.
    ///
    /// @return its id
    /// @throws Refused with a [PolicyRefusal] or [dev.countersign.refusal.PolicyDocumentRefusal]
    public long create(Caller caller, Policy.Text wanted) {
        Policy.Text text = checked(caller, wanted);
        Instant now = now();
        while (true) {
            long id = FIRST_ID + surroundings.random().nextLong(IDS);
            Policy policy =
                    new Policy(id, caller.tenant().id(), documents.grammarOf(text.document()), text, "", now, now);
            AuditEntry entry = entry(caller, "policy.created", id, Map.of("name", text.name()));
            if (store.add(policy, MOST_POLICIES, entry)) {
                return id;
            }
        }
    }

    private Policy.Text checked(Caller caller, Policy.Text wanted) {
        if (!Naming.isName(wanted.name())) {
            throw new Refused(new PolicyRefusal.NameInvalid());
        }
        Naming.description(wanted.description());
        Tag.checked(wanted.tags());
        documents.read(wanted.document(), caller.tenant().id());
        return wanted;
    }

    /// Changes a policy: what is absent stays as it is. Of a preset one only the alias can be changed.
    ///
    /// @param name its new name
    /// @param document its new text
    /// @param description its new description
    /// @param alias how the tenant calls a preset one
    public record Change(
            Optional<String> name, Optional<String> document, Optional<String> description, Optional<String> alias) {}

    /// Changes a policy.
    ///
    /// @return its id
    /// @throws Refused with a [PolicyRefusal] or [dev.countersign.refusal.PolicyDocumentRefusal]
    public long update(Caller caller, PolicySelection selection, Change change) {
        Policy present = require(caller, selection);
        if (present.preset()) {
            return rename(caller, present, change);
        }
        Policy.Text text = new Policy.Text(
                change.name().orElse(present.name()),
                change.document().orElse(present.text().document()),
                change.description().orElse(present.text().description()),
                present.text().tags());
        Policy changed = new Policy(
                present.id(),
                present.tenant(),
                documents.grammarOf(text.document()),
                checked(caller, text),
                "",
                present.createdAt(),
                now());
        if (!store.change(changed, entry(caller, "policy.changed", present.id(), Map.of("name", text.name())))) {
            throw new Refused(new PolicyRefusal.PolicyUnknown());
        }
        return present.id();
    }

    private long rename(Caller caller, Policy preset, Change change) {
        if (change.alias().isEmpty()
                || change.document().isPresent()
                || change.description().isPresent()) {
            throw new Refused(new PolicyRefusal.PresetIsFixed());
        }
        String alias = Naming.description(change.alias().get());
        store.alias(caller.tenant().id(), preset.id(), alias, entry(caller, "policy.renamed", preset.id(), Map.of()));
        return preset.id();
    }

    /// Deletes policies of the tenant, all or none.
    ///
    /// @throws Refused with a [PolicyRefusal]
    public void delete(Caller caller, List<Long> ids) {
        List<Long> each = ids.stream().distinct().toList();
        for (long id : each) {
            if (require(caller, new PolicySelection.ById(id)).preset()) {
                throw new Refused(new PolicyRefusal.PresetIsFixed());
            }
        }
        String all =
                each.stream().map(String::valueOf).reduce((a, b) -> a + "," + b).orElse("");
        AuditEntry entry = AuditEntry.by(caller, now(), "policy.deleted", "policyid/" + all, Map.of());
        if (!store.remove(caller.tenant().id(), each, entry)) {
            throw new Refused(new PolicyRefusal.PolicyUnknown());
        }
    }

    /// A policy that the caller's tenant can see.
    ///
    /// @throws Refused with a [PolicyRefusal]
    public Policy require(Caller caller, PolicySelection selection) {
        long tenant = caller.tenant().id();
        return switch (selection) {
            case PolicySelection.ById(long id) when id <= 0 -> throw new Refused(new PolicyRefusal.IdInvalid());
            case PolicySelection.ById(long id) ->
                store.find(tenant, id).orElseThrow(() -> new Refused(new PolicyRefusal.PolicyUnknown()));
            case PolicySelection.ByName(String name) ->
                store.named(tenant, name).orElseThrow(() -> new Refused(new PolicyRefusal.NameUnknown()));
        };
    }

    /// Part of the list of policies.
    public Page<ListedPolicy> list(Caller caller, PolicyQuery query) {
        return store.list(caller.tenant().id(), query);
    }

    /// Gives a user a policy.
    ///
    /// @throws Refused with a [PolicyRefusal]
    public void attachToUser(Caller caller, long policy, long uin) {
        Policy known = require(caller, new PolicySelection.ById(policy));
        give(caller, known, new Holder.OfUser(user(caller, uin)), AuditEntry.principal(uin));
    }

    /// Takes a policy from a user.
    ///
    /// @throws Refused with a [PolicyRefusal]
    public void detachFromUser(Caller caller, long policy, long uin) {
        Policy known = require(caller, new PolicySelection.ById(policy));
        take(caller, known, new Holder.OfUser(user(caller, uin)), AuditEntry.principal(uin));
    }

    /// Gives a role a policy.
    ///
    /// @throws Refused with a [PolicyRefusal]
    public void attachToRole(Caller caller, PolicySelection policy, Role role) {
        give(caller, require(caller, policy), new Holder.OfRole(role.id()), role.subject());
    }

    /// Takes a policy from a role.
    ///
    /// @throws Refused with a [PolicyRefusal]
    public void detachFromRole(Caller caller, PolicySelection policy, Role role) {
        take(caller, require(caller, policy), new Holder.OfRole(role.id()), role.subject());
    }

    /// Part of the list of what a user has.
    ///
    /// @throws Refused with [UserUnknown]
    public Page<Attachment> ofUser(Caller caller, long uin, int offset, int most) {
        return store.attachments(caller.tenant().id(), new Holder.OfUser(user(caller, uin)), offset, most);
    }

    private void give(Caller caller, Policy policy, Holder holder, String subject) {
        Instant now = now();
        store.attach(
                caller.tenant().id(),
                holder,
                new Attachment(policy, Attachment.Origin.of(caller, now)),
                MOST_ATTACHED,
                AuditEntry.by(caller, now, "policy.attached", subject, facts(policy)));
    }

    private void take(Caller caller, Policy policy, Holder holder, String subject) {
        store.detach(
                caller.tenant().id(),
                holder,
                policy.id(),
                AuditEntry.by(caller, now(), "policy.detached", subject, facts(policy)));
    }

    private static Map<String, String> facts(Policy policy) {
        return Map.of("policy", Long.toString(policy.id()), "name", policy.name());
    }

    private long user(Caller caller, long uin) {
        return tenants.principal(caller.tenant().id(), uin)
                .filter(principal -> !principal.isRoot())
                .map(Principal::uin)
                .orElseThrow(() -> new Refused(new UserUnknown()));
    }

    private AuditEntry entry(Caller caller, String event, long policy, Map<String, String> facts) {
        return AuditEntry.by(caller, now(), event, "policyid/" + policy, facts);
    }

    private Instant now() {
        return surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

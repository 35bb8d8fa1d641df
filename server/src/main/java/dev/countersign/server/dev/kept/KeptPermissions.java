package dev.countersign.server.dev.kept;

import dev.countersign.audit.AuditEntry;
import dev.countersign.policy.AttachedPolicy;
import dev.countersign.policy.Attachment;
import dev.countersign.policy.Holder;
import dev.countersign.policy.Policies;
import dev.countersign.policy.Policy;
import dev.countersign.policy.PolicyStore;
import dev.countersign.policy.Role;
import dev.countersign.policy.RoleStore;
import dev.countersign.policy.Roles;
import dev.countersign.server.dev.DevWorld;
import dev.countersign.server.dev.Permissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Permissions as policies of the store.
public final class KeptPermissions implements Permissions {
    private static final long OPERATOR_POLICY = 100_000_001L;
    private static final long OPERATOR = 4_611_686_018_427_387_905L;
    private static final String MAY = """
            {"version":"2.0","statement":[{"effect":"allow",\
            "action":["intlpartnersmgt:*","cam:Get*","cam:Describe*","cam:List*"],"resource":"*"}]}""";
    private static final String TRUST = """
            {"version":"2.0","statement":[{"effect":"allow","action":"name/sts:AssumeRole",\
            "principal":{"qcs":["qcs::cam::uin/100000000001:uin/100000000011"]}}]}""";

    private final PolicyStore policies;
    private final RoleStore roles;
    private final InstantSource clock;

    /// @param policies where policies are kept
    /// @param roles where roles are kept
    /// @param clock the time of changes
    public KeptPermissions(PolicyStore policies, RoleStore roles, InstantSource clock) {
        this.policies = policies;
        this.roles = roles;
        this.clock = clock;
    }

    @Override
    public boolean everything(long uin) {
        return policies.ofUser(DevWorld.DEV, uin).stream()
                .map(AttachedPolicy::id)
                .anyMatch(id -> id == Policy.ADMINISTRATOR);
    }

    @Override
    public void everything(long uin, boolean may) {
        Holder user = new Holder.OfUser(uin);
        if (may) {
            attach(user, Policy.administrator(), AuditEntry.principal(uin));
        } else {
            policies.detach(
                    DevWorld.DEV,
                    user,
                    Policy.ADMINISTRATOR,
                    entry("policy.detached", AuditEntry.principal(uin), Policy.administrator()));
        }
    }

    private void attach(Holder holder, Policy policy, String subject) {
        policies.attach(
                DevWorld.DEV,
                holder,
                new Attachment(policy, new Attachment.Origin(clock.instant(), 0, false)),
                Policies.MOST_ATTACHED,
                entry("policy.attached", subject, policy));
    }

    /// The role comes last: what a killed start left out, the next one adds.
    @Override
    public void operator() {
        Instant now = clock.instant();
        boolean complete = roles.named(DevWorld.DEV, DevWorld.OPERATOR).isPresent();
        if (complete) {
            return;
        }
        Policy policy = policies.named(DevWorld.DEV, "dev-operator-access").orElseGet(() -> made(now));
        Role role = new Role(
                OPERATOR,
                DevWorld.DEV,
                new Role.Terms(
                        DevWorld.OPERATOR,
                        TRUST,
                        "May read, and register customers.",
                        Duration.ofHours(12),
                        true,
                        List.of()),
                now,
                now);
        attach(new Holder.OfRole(OPERATOR), policy, role.subject());
        roles.add(
                role,
                Roles.MOST,
                AuditEntry.own(now, DevWorld.DEV, "role.created", role.subject(), Map.of("name", DevWorld.OPERATOR)));
    }

    private Policy made(Instant now) {
        Policy policy = new Policy(
                OPERATOR_POLICY,
                DevWorld.DEV,
                "tencent",
                new Policy.Text("dev-operator-access", MAY, "What dev-operator may do.", List.of()),
                "",
                now,
                now);
        policies.add(policy, Policies.MOST_POLICIES, entry("policy.created", "policyid/" + policy.id(), policy));
        return policy;
    }

    private AuditEntry entry(String event, String subject, Policy policy) {
        return AuditEntry.own(
                clock.instant(),
                DevWorld.DEV,
                event,
                subject,
                Map.of("policy", Long.toString(policy.id()), "name", policy.name()));
    }
}

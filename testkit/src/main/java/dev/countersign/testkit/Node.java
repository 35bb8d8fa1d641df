package dev.countersign.testkit;

import dev.countersign.customer.CustomerStore;
import dev.countersign.delivery.Inbox;
import dev.countersign.delivery.Outbox;
import dev.countersign.directory.AccessKeyStore;
import dev.countersign.directory.UserStore;
import dev.countersign.policy.PolicyStore;
import dev.countersign.policy.RoleStore;
import dev.countersign.tenant.TenantStore;
import dev.countersign.verification.VerificationStore;

/// The stores of one process.
public record Node(
        VerificationStore verifications,
        CustomerStore customers,
        TenantStore tenants,
        PolicyStore policies,
        RoleStore roles,
        Outbox outbox,
        Inbox inbox,
        UserStore users,
        AccessKeyStore keys) {}

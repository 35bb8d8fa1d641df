package dev.countersign.gateway.policy;

import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.tenant.Tenant;
import dev.countersign.value.Cause;
import dev.countersign.value.RequestId;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// The callers of these tests.
final class Callers {
    static final long DEV = 100_000_000_001L;
    static final long ALICE = 100_000_000_011L;
    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private Callers() {}

    static Caller root() {
        return caller(DEV, Optional.empty());
    }

    static Caller alice() {
        return caller(ALICE, Optional.empty());
    }

    static Caller with(long uin, TemporaryKey key) {
        return caller(uin, Optional.of(key));
    }

    /// A key of a session: without role, with or without a policy and a second factor.
    static TemporaryKey session(Optional<String> policy, boolean mfa) {
        return new TemporaryKey(
                NOW.plusSeconds(600), Optional.empty(), policy, mfa ? Optional.of(NOW) : Optional.empty());
    }

    /// A key of an assumed role.
    static TemporaryKey assumed(long role, Optional<String> policy) {
        return new TemporaryKey(
                NOW.plusSeconds(600),
                Optional.of(new TemporaryKey.AssumedRole(role, "role-" + role, "s")),
                policy,
                Optional.empty());
    }

    private static Caller caller(long uin, Optional<TemporaryKey> key) {
        return new Caller(
                new Tenant(DEV, "1", "dev", Set.of(), Optional.empty()),
                new Principal(uin, DEV, "p" + uin),
                "AKID",
                key,
                "192.0.2.1",
                Cause.page(RequestId.from(new Random(1)).get()));
    }
}

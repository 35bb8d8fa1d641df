package dev.countersign.protection;

import dev.countersign.audit.AuditEntry;
import dev.countersign.tenant.Caller;
import java.time.Duration;
import java.time.Instant;

/// Lets sensitive calls through: for a tenant that protects them, only those of a caller who has shown a second
/// factor lately. A permanent key shows none and never passes.
public final class SensitiveCalls {
    /// How long a second factor counts for: less than this.
    public static final Duration FRESH = Duration.ofMinutes(10);

    private final TenantRulesStore rules;

    /// @param rules says which tenants protect their calls
    public SensitiveCalls(TenantRulesStore rules) {
        this.rules = rules;
    }

    /// Where no tenant protects its calls.
    public static SensitiveCalls never() {
        return new SensitiveCalls(new TenantRulesStore() {
            @Override
            public TenantRules of(long tenant) {
                return TenantRules.NONE;
            }

            @Override
            public void put(long tenant, TenantRules rules, AuditEntry entry) {
                throw new UnsupportedOperationException("these rules are fixed");
            }
        });
    }

    /// Whether the caller may make sensitive calls now.
    public boolean allow(Caller caller, Instant now) {
        return !rules.of(caller.tenant().id()).protectsCalls() || fresh(caller, now);
    }

    private static boolean fresh(Caller caller, Instant now) {
        return caller.temporary()
                .flatMap(key -> key.mfaAt())
                .filter(shown -> now.isBefore(shown.plus(FRESH)))
                .isPresent();
    }
}

package dev.countersign.audit;

import dev.countersign.tenant.Caller;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// An audit entry says what somebody did, or was refused. It holds no code, no secret, no full number or address.
///
/// @param at when
/// @param tenant whose it is; 0 for the installation itself
/// @param actor the UIN of who did it; 0 for the installation itself
/// @param key the id of the access key that was used; empty for none
/// @param source the address that it came from; empty for the installation itself
/// @param request the id of the call; empty for none
/// @param event what happened, as `user.added`, `permission.refused`: a noun and a past participle
/// @param subject whom or what it happened to, as `uin/100000000011`
/// @param facts what else is known, in the order of their names
public record AuditEntry(
        Instant at,
        long tenant,
        long actor,
        String key,
        String source,
        String request,
        String event,
        String subject,
        SortedMap<String, String> facts) {
    /// Copies the facts.
    public AuditEntry {
        facts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /// What a caller did.
    public static AuditEntry by(Caller caller, Instant at, String event, String subject, Map<String, String> facts) {
        return new AuditEntry(
                at,
                caller.tenant().id(),
                caller.principal().uin(),
                caller.key(),
                caller.source(),
                caller.request().text(),
                event,
                subject,
                new TreeMap<>(facts));
    }

    /// What the installation did by itself: something expired, was purged, was undone.
    public static AuditEntry own(Instant at, long tenant, String event, String subject, Map<String, String> facts) {
        return new AuditEntry(at, tenant, 0, "", "", "", event, subject, new TreeMap<>(facts));
    }

    /// The subject that a principal is.
    public static String principal(long uin) {
        return "uin/" + uin;
    }
}

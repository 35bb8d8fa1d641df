package dev.countersign.totp;

import dev.countersign.audit.AuditEntry;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.verification.Code;
import java.time.Instant;
import java.util.Map;

/// One try at giving a device's code.
///
/// @param caller who gives it: its comparisons are looked at for spraying
/// @param principal whose device it is about: its failures are counted
/// @param given what was given
public record TotpAttempt(Caller caller, Principal principal, Code given) {
    /// An entry about this attempt.
    ///
    /// @param event `code.accepted`, `code.refused`, `authenticator.enrolled` or `authenticator.disabled`
    public AuditEntry entry(String event, Instant now) {
        return AuditEntry.by(
                caller,
                now,
                event,
                AuditEntry.principal(principal.uin()),
                Map.of("authenticator", TotpDevices.AUTHENTICATOR));
    }
}

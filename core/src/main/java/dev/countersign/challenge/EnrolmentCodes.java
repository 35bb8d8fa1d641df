package dev.countersign.challenge;

import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;

/// The one-time codes with which an administrator lets a principal enrol its first authenticator.
@FunctionalInterface
public interface EnrolmentCodes {
    /// Uses a code up, once.
    ///
    /// @throws dev.countersign.refusal.Refused with [dev.countersign.refusal.CodeNotAccepted]
    void redeem(Caller caller, Principal principal, String code);
}

package dev.countersign.challenge;

import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;

/// What a challenge needs of TOTP devices. Each right code passes once, and wrong ones are counted, there.
public interface Totp {
    /// Whether the principal has an active device.
    boolean enrolled(long uin);

    /// Makes a device that waits for its first code, in place of one that waits.
    ///
    /// @return the secret to show, once
    Pending begin(Caller caller, Principal principal);

    /// Activates the waiting device.
    ///
    /// @throws dev.countersign.refusal.Refused with [dev.countersign.refusal.CodeNotAccepted]
    void confirm(Caller caller, Principal principal, String firstCode);

    /// Compares a code of the active device.
    ///
    /// @throws dev.countersign.refusal.Refused with [dev.countersign.refusal.CodeNotAccepted]
    void check(Caller caller, Principal principal, String code);

    /// A device that waits for its first code.
    ///
    /// @param secret the secret in base32, to be typed
    /// @param uri the `otpauth:` address, to be drawn as a QR picture
    record Pending(String secret, String uri) {
        /// Never the secret.
        @Override
        public String toString() {
            return "Pending(******)";
        }
    }
}

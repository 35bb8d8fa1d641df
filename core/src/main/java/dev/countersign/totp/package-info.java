/// Codes that an authenticator app computes from a shared secret and the time (TOTP, RFC 6238), and the devices
/// that principals have enrolled for them.
///
/// **What it does not do.** It opens no challenge and decides nothing about who needs a second factor; it draws
/// no picture of a secret.
///
/// Start with [dev.countersign.totp.TotpDevices].
@NullMarked
package dev.countersign.totp;

import org.jspecify.annotations.NullMarked;

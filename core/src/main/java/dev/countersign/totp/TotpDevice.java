package dev.countersign.totp;

import java.time.Instant;

/// An authenticator app that a principal has enrolled.
///
/// @param uin whose it is
/// @param since when its first code was accepted
public record TotpDevice(long uin, Instant since) {}

package dev.countersign.server;

import dev.countersign.sts.AssumableRoles;
import dev.countersign.sts.Sessions;
import dev.countersign.sts.TemporaryKeys;
import dev.countersign.totp.TotpDevices;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.Watch;
import java.time.InstantSource;

/// Second factors that come with calls, and the temporary keys that are given for them, wired.
///
/// @param devices checks the codes of authenticator apps
/// @param keys finds temporary keys
/// @param sessions hands them out
record TemporaryAccess(TotpDevices devices, TemporaryKeys keys, Sessions sessions) {
    /// Wires them.
    ///
    /// @param clock the time that codes and keys live by
    /// @param roles knows the roles that can be assumed
    static TemporaryAccess wire(
            Storage storage, Rules rules, Given given, InstantSource clock, Watch watch, AssumableRoles roles) {
        TotpDevices devices = new TotpDevices(
                storage.totp(),
                new AttemptPolicy(rules.verification()),
                new TotpDevices.Surroundings(clock, given.random(), watch));
        TemporaryKeys keys = new TemporaryKeys(storage.temporaryKeys(), storage.seals(), clock, given.random());
        return new TemporaryAccess(devices, keys, new Sessions(keys, devices, roles, clock));
    }
}

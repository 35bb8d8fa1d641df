package dev.countersign.server;

import dev.countersign.authenticator.AdministratorCodes;
import dev.countersign.authenticator.Attacks;
import dev.countersign.authenticator.Authenticators;
import dev.countersign.authenticator.Changes;
import dev.countersign.authenticator.Devices;
import dev.countersign.store.SqlAuthenticatorStore;
import dev.countersign.store.SqlChangeStore;
import dev.countersign.store.SqlDeviceStore;
import dev.countersign.store.SqlEnrolmentCodeStore;
import dev.countersign.store.database.Transactions;
import dev.countersign.totp.TotpDevices;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.Verifications;
import dev.countersign.verification.Wakeup;
import dev.countersign.verification.Watch;
import java.time.InstantSource;

/// What principals prove themselves with, wired.
///
/// @param authenticators an administrator's side
/// @param changes numbers and addresses
/// @param devices authenticator apps
/// @param codes the codes that administrators make
record Enrolling(Authenticators authenticators, Changes changes, Devices devices, AdministratorCodes codes) {
    /// Who compares codes, and who hears of it.
    ///
    /// @param verifications codes that are sent
    /// @param totp devices' codes
    /// @param watch told of guessing
    record Comparing(Verifications verifications, TotpDevices totp, Watch watch) {}

    /// Wires them.
    ///
    /// @param clock the time that everything is done at
    /// @param reach where notices may go
    /// @param courier woken when something was written for it
    static Enrolling wire(
            Storage storage,
            Rules rules,
            Given given,
            InstantSource clock,
            Comparing comparing,
            Reach reach,
            Wakeup courier) {
        Transactions transactions = storage.database().transactions();
        AttemptPolicy policy = new AttemptPolicy(rules.verification());
        Attacks attacks = new Attacks(comparing.watch());
        return new Enrolling(
                new Authenticators(
                        new SqlAuthenticatorStore(transactions, storage.seals(), given.random()),
                        storage.tenants(),
                        comparing.totp(),
                        new Authenticators.Surroundings(
                                clock, reach, courier, rules.users().coolOff())),
                new Changes(
                        new SqlChangeStore(transactions, storage.seals(), given.random()),
                        comparing.verifications(),
                        rules.verification(),
                        attacks,
                        new Changes.Surroundings(
                                clock,
                                given.random(),
                                reach,
                                courier,
                                rules.users().coolOff())),
                new Devices(
                        new SqlDeviceStore(transactions, storage.seals()),
                        storage.tenants(),
                        comparing.totp(),
                        new Devices.Codes(comparing.verifications(), policy, attacks),
                        new Devices.Surroundings(clock, given.random())),
                new AdministratorCodes(
                        new SqlEnrolmentCodeStore(transactions, storage.seals()),
                        storage.tenants(),
                        policy,
                        attacks,
                        new AdministratorCodes.Surroundings(clock, given.random())));
    }
}

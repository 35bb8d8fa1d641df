package dev.countersign.product.countersign.v1;

import dev.countersign.authenticator.AdministratorCodes;
import dev.countersign.authenticator.Authenticators;
import dev.countersign.authenticator.Changes;
import dev.countersign.authenticator.Devices;
import dev.countersign.destination.Destinations;
import dev.countersign.gateway.action.Action;
import java.util.List;

/// The part of our own API that is about what principals prove themselves with. Every POST of it replays its
/// first answer for 24 hours to a repeated `Idempotency-Key`. Withdrawing is a POST, since a code must not
/// stand in a query.
public final class V1Authenticators {
    /// What a bearer key must be allowed to.
    static final String SCOPE = "authenticators";

    private V1Authenticators() {}

    /// The actions, wired.
    ///
    /// @param authenticators tells, takes away and lifts
    /// @param changes changes numbers and addresses
    /// @param devices enrols devices
    /// @param codes makes administrators' codes
    /// @param destinations normalises numbers and addresses
    public static List<Action<?, ?>> actions(
            Authenticators authenticators,
            Changes changes,
            Devices devices,
            AdministratorCodes codes,
            Destinations destinations) {
        return List.of(
                new GetAuthenticators(authenticators),
                new StartChange(changes, destinations),
                new ConfirmChange(changes),
                new BeginDevice(devices),
                new ConfirmDevice(devices, authenticators),
                new MakeEnrolmentCode(codes),
                new UnlockAuthenticator(authenticators),
                new WithdrawAuthenticator(authenticators, devices));
    }
}

package dev.countersign.challenge;

import dev.countersign.refusal.ChallengeRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Caller;
import dev.countersign.totp.TotpDevices;
import dev.countersign.totp.TotpSecret;
import dev.countersign.verification.Verifications;
import java.util.List;

/// Sets a TOTP device up inside a challenge, for a principal that must show one and has none. A code to a bound
/// number or address, or an administrator's code, allows it; then the device's first code passes the challenge.
/// The code is sent by [Visits#start]; each wrong one takes a try of the challenge.
public final class FirstEnrolment {
    private final Visits visits;
    private final Visitors visitors;
    private final SentCodes sent;
    private final EnrolmentCodes codes;
    private final TotpDevices totp;

    /// @param visits guards the browser and the tries
    /// @param visitors tells who a browser speaks for
    /// @param verifications compares codes that were sent
    /// @param codes compares administrators' codes
    /// @param totp compares devices' codes
    public FirstEnrolment(
            Visits visits, Visitors visitors, Verifications verifications, EnrolmentCodes codes, TotpDevices totp) {
        this.visits = visits;
        this.visitors = visitors;
        this.sent = new SentCodes(verifications);
        this.codes = codes;
        this.totp = totp;
    }

    /// Gives the code that was sent to the bound number or address, to be allowed to enrol.
    ///
    /// @throws Refused with [dev.countersign.refusal.CodeNotAccepted]
    public void prove(String id, Visitor visitor, String code) {
        Challenge challenge = enrolling(id, visitor, false);
        Caller caller = visitors.caller(challenge, visitor);
        visits.allow(challenge, visitor, () -> sent.redeem(challenge, caller, code));
    }

    /// Gives an administrator's code, to be allowed to enrol.
    ///
    /// @throws Refused with [dev.countersign.refusal.CodeNotAccepted]
    public void proveByAdministrator(String id, Visitor visitor, String code) {
        Challenge challenge = enrolling(id, visitor, false);
        Caller caller = visitors.caller(challenge, visitor);
        visits.allow(challenge, visitor, () -> codes.redeem(caller, caller.principal(), code));
    }

    /// Makes a device, in place of one that was made before and not confirmed.
    ///
    /// @return its secret, to be shown once, as text and as a QR picture
    /// @throws Refused with a [ChallengeRefusal] when enrolling is not allowed yet
    public TotpSecret device(String id, Visitor visitor) {
        Challenge challenge = enrolling(id, visitor, true);
        Caller caller = visitors.caller(challenge, visitor);
        return totp.begin(caller, caller.principal());
    }

    /// Gives the device's first code: that activates it and passes the challenge.
    ///
    /// @throws Refused with [dev.countersign.refusal.CodeNotAccepted]
    public void confirm(String id, Visitor visitor, String firstCode) {
        Challenge challenge = enrolling(id, visitor, true);
        Caller caller = visitors.caller(challenge, visitor);
        visits.compare(challenge, visitor, () -> {
            totp.confirm(caller, caller.principal(), firstCode);
            return List.of("otp");
        });
    }

    /// A pending challenge that enrols and stands at this step.
    private Challenge enrolling(String id, Visitor visitor, boolean proven) {
        Challenge challenge = visits.held(id, visitor);
        if (!challenge.asked().enrols() || challenge.progress().proven() != proven) {
            throw new Refused(
                    new ChallengeRefusal.ChallengeEnded(challenge.status().word()));
        }
        return challenge;
    }
}

package dev.countersign.challenge;

import dev.countersign.destination.Destination;
import dev.countersign.protection.Method;
import dev.countersign.refusal.ChallengeRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.TenantStore;
import dev.countersign.totp.TotpDevices;
import dev.countersign.verification.Purpose;
import dev.countersign.verification.Verifications;
import java.util.List;
import java.util.Optional;

/// A code that the person's own device shows; for who has none yet, setting one up, see [FirstEnrolment].
public final class TotpMethod implements ChallengeMethod {
    private final TotpDevices totp;
    private final SentCodes codes;
    private final TenantStore tenants;

    /// @param totp compares
    /// @param verifications sends the code that allows a first enrolment
    /// @param tenants knows the bound number and address
    public TotpMethod(TotpDevices totp, Verifications verifications, TenantStore tenants) {
        this.totp = totp;
        this.codes = new SentCodes(verifications);
        this.tenants = tenants;
    }

    @Override
    public Method method() {
        return Method.STOKEN;
    }

    /// Who has no device sets one up: an administrator's code is always a way.
    @Override
    public boolean available(long tenant, long principal, Bound bound) {
        return true;
    }

    @Override
    public Prompt prompt(Challenge challenge) {
        if (!challenge.asked().enrols()) {
            return new Prompt.DeviceCode();
        }
        Optional<Destination> to = reachable(challenge);
        return new Prompt.Enrolment(
                to.map(Destination::masked).orElse(""),
                to.map(SentCodes::ways).orElse(List.of()),
                !challenge.progress().kept().isEmpty(),
                challenge.progress().proven());
    }

    /// Sends the code that allows a first enrolment.
    @Override
    public Started start(Challenge challenge, Caller caller, String way) {
        Optional<Destination> to =
                challenge.asked().enrols() && !challenge.progress().proven() ? reachable(challenge) : Optional.empty();
        Destination destination = to.orElseThrow(() -> new Refused(
                new ChallengeRefusal.ChallengeEnded(challenge.status().word())));
        return codes.send(challenge, caller, destination, Purpose.ENROLMENT, way);
    }

    @Override
    public List<String> answer(Challenge challenge, Caller caller, Reply reply) {
        totp.check(caller, caller.principal(), reply.code());
        return List.of("otp");
    }

    private Optional<Destination> reachable(Challenge challenge) {
        return tenants.bound(challenge.tenant(), challenge.principal())
                .flatMap(bound -> bound.phone().<Destination>map(phone -> phone).or(bound::mail));
    }
}

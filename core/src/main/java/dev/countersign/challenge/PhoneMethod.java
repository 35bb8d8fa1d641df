package dev.countersign.challenge;

import dev.countersign.destination.Channel;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.protection.Method;
import dev.countersign.refusal.ChallengeRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.TenantStore;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verifications;
import java.util.List;
import java.util.Optional;

/// A code to the bound number: by text message, by a call when the person asks for one.
public final class PhoneMethod implements ChallengeMethod {
    private final SentCodes codes;
    private final TenantStore tenants;

    /// @param verifications issues and checks
    /// @param tenants knows the bound number
    public PhoneMethod(Verifications verifications, TenantStore tenants) {
        this.codes = new SentCodes(verifications);
        this.tenants = tenants;
    }

    @Override
    public Method method() {
        return Method.PHONE;
    }

    @Override
    public boolean available(long tenant, long principal, Bound bound) {
        return bound.phone().isPresent();
    }

    @Override
    public Prompt prompt(Challenge challenge) {
        Optional<PhoneNumber> phone = phone(challenge);
        return new Prompt.SentCode(
                phone.map(PhoneNumber::masked).orElse(""),
                phone.map(SentCodes::ways).orElse(List.of()),
                !challenge.progress().kept().isEmpty());
    }

    @Override
    public Started start(Challenge challenge, Caller caller, String way) {
        // It may have been unbound while the challenge waited.
        PhoneNumber to = phone(challenge)
                .orElseThrow(() -> new Refused(
                        new ChallengeRefusal.ChallengeEnded(challenge.status().word())));
        return codes.send(challenge, caller, to, challenge.asked().kind().purpose(), way);
    }

    @Override
    public List<String> answer(Challenge challenge, Caller caller, Reply reply) {
        Verification redeemed = codes.redeem(challenge, caller, reply.code());
        return List.of(redeemed.channel() == Channel.VOICE ? "tel" : "sms");
    }

    private Optional<PhoneNumber> phone(Challenge challenge) {
        return tenants.bound(challenge.tenant(), challenge.principal()).flatMap(Bound::phone);
    }
}

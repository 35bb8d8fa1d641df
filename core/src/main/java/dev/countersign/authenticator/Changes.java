package dev.countersign.authenticator;

import dev.countersign.audit.AuditEntry;
import dev.countersign.authenticator.ChangeStore.Confirming;
import dev.countersign.authenticator.ChangeStore.Given;
import dev.countersign.authenticator.ChangeStore.Start;
import dev.countersign.authenticator.CodeOutcome.NotAccepted;
import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.refusal.AuthenticatorRefusal;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Caller;
import dev.countersign.value.Uuids;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.Demand;
import dev.countersign.verification.IdempotencyKey;
import dev.countersign.verification.PreparedCode;
import dev.countersign.verification.SendPolicy;
import dev.countersign.verification.VerificationPolicy;
import dev.countersign.verification.Verifications;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// The ceremony of another number or address: a code to the new one and the current factor are both shown,
/// then it is bound, the old one is told, and sensitive operations are held back for a while. Whoever has no
/// factor yet shows the code alone; nothing is held back then.
public final class Changes {
    private static final int LOOKS = 5;

    private final ChangeStore store;
    private final Verifications verifications;
    private final VerificationPolicy policy;
    private final Attacks attacks;
    private final Surroundings surroundings;

    /// What changes need from outside.
    ///
    /// @param clock the time that changes live by
    /// @param random a cryptographic generator, for ids
    /// @param reachable where notices may go
    /// @param courier woken when something was written for it
    /// @param coolOff for how long a replacement holds sensitive operations back
    public record Surroundings(
            InstantSource clock,
            RandomGenerator random,
            Predicate<Destination> reachable,
            dev.countersign.verification.Wakeup courier,
            Duration coolOff) {}

    /// What is wanted.
    ///
    /// @param to the new number or address
    /// @param channel how its code travels
    /// @param locale the language of all messages
    /// @param idempotency the caller's idempotency key, if it gave one
    public record Wanted(Destination to, Channel channel, String locale, Optional<IdempotencyKey> idempotency) {}

    /// @param store keeps changes
    /// @param verifications readies codes
    /// @param policy the numbers of codes
    /// @param attacks told of guessing
    /// @param surroundings clock, randomness, and whom notices reach
    public Changes(
            ChangeStore store,
            Verifications verifications,
            VerificationPolicy policy,
            Attacks attacks,
            Surroundings surroundings) {
        this.store = store;
        this.verifications = verifications;
        this.policy = policy;
        this.attacks = attacks;
        this.surroundings = surroundings;
    }

    /// Starts a change of a principal of the caller's tenant, or sends the codes of the same one again. A
    /// pending one of the same kind that is another ends, with its codes.
    ///
    /// @throws Refused with an [AuthenticatorRefusal] or a [dev.countersign.refusal.SendRefusal]; nothing is
    ///     sent or stored then
    public Change start(Caller caller, long uin, Wanted wanted) {
        for (int look = 0; look < LOOKS; look++) {
            Instant now = surroundings.clock().instant();
            Change change = change(caller, uin, wanted, now);
            AuditEntry entry = entry(caller, change, "change.started", now);
            Optional<Change> started = store.start(
                    new Start(
                            change, codes(caller, change, wanted), new SendPolicy(policy), wanted.idempotency(), entry),
                    now);
            if (started.isPresent()) {
                surroundings.courier().wake();
                return started.get();
            }
        }
        throw new Refused(new AuthenticatorRefusal.ChangeContended());
    }

    private Change change(Caller caller, long uin, Wanted wanted, Instant now) {
        long tenant = caller.tenant().id();
        Possession possession =
                store.possession(tenant, uin).orElseThrow(() -> new Refused(new AuthenticatorRefusal.HolderUnknown()));
        Destination to = wanted.to();
        Change fresh = new Change(
                Uuids.random(surroundings.random()).toString(),
                tenant,
                uin,
                to,
                possession.old(to),
                possession.current(to),
                wanted.locale(),
                Change.Status.PENDING,
                now.plus(Change.LIFETIME),
                Optional.empty());
        return store.pending(tenant, uin, fresh.kind(), now)
                .filter(pending -> pending.to().equals(to) && possession.fits(pending))
                .map(same -> same.until(fresh.expiresAt()))
                .orElse(fresh);
    }

    private List<PreparedCode> codes(Caller caller, Change change, Wanted wanted) {
        List<PreparedCode> codes = new ArrayList<>();
        codes.add(code(caller, change, change.to(), wanted.channel()));
        change.current().ifPresent(current -> {
            switch (current) {
                case Current.Device device -> {}
                case Current.Sent sent -> codes.add(code(caller, change, sent.to(), usual(sent.to())));
            }
        });
        return codes;
    }

    /// What the message confirms is said masked: it also goes to the old number or address.
    private PreparedCode code(Caller caller, Change change, Destination to, Channel channel) {
        return verifications.prepare(new Demand(
                change.binding(to),
                channel,
                change.locale(),
                caller,
                Optional.empty(),
                change.kind().word() + ": " + change.to().masked()));
    }

    /// How a code travels to a destination, unless somebody wants it otherwise.
    public static Channel usual(Destination to) {
        return switch (to) {
            case PhoneNumber phone -> Channel.SMS;
            case MailAddress mail -> Channel.EMAIL;
        };
    }

    /// Makes a change. A wrong code of the two is counted; the right one stays good, so that it need not be
    /// sent again.
    ///
    /// @throws Refused with [CodeNotAccepted] for the code to the new one, with
    ///     [AuthenticatorRefusal.CurrentNotAccepted] for the current factor, or another [AuthenticatorRefusal]
    public Change confirm(Caller caller, long uin, String id, Given given) {
        Instant now = surroundings.clock().instant();
        long tenant = caller.tenant().id();
        if (store.possession(tenant, uin).isEmpty()) {
            throw new Refused(new AuthenticatorRefusal.HolderUnknown());
        }
        Change change = store.find(tenant, uin, id, now)
                .orElseThrow(() -> new Refused(new AuthenticatorRefusal.ChangeUnknown()));
        if (change.current().isPresent() && given.current().isEmpty()) {
            throw new Refused(new CallRefusal.ParameterMissing("currentCode"));
        }
        Confirming how = new Confirming(
                caller,
                new AttemptPolicy(policy),
                surroundings.coolOff(),
                surroundings.reachable(),
                entry(caller, change, "authenticator.changed", now));
        return settle(caller, change, store.confirm(change, given, how, now));
    }

    private Change settle(Caller caller, Change change, ConfirmOutcome outcome) {
        return switch (outcome) {
            case ConfirmOutcome.Confirmed confirmed -> {
                surroundings.courier().wake();
                yield confirmed.change();
            }
            case ConfirmOutcome.Ended ended ->
                throw new Refused(
                        new AuthenticatorRefusal.ChangeEnded(ended.status().word()));
            case ConfirmOutcome.CodeRefused refused -> {
                attacks.tell(caller, change.principal(), change.kind(), refused.why());
                throw new Refused(new CodeNotAccepted(refused.why().triesLeft()));
            }
            case ConfirmOutcome.CurrentRefused refused -> {
                NotAccepted why = refused.why();
                attacks.tell(caller, change.principal(), kind(change), why);
                throw new Refused(new AuthenticatorRefusal.CurrentNotAccepted(why.triesLeft()));
            }
        };
    }

    private static AuthenticatorKind kind(Change change) {
        return change.current()
                .map(current -> switch (current) {
                    case Current.Device device -> AuthenticatorKind.TOTP;
                    case Current.Sent sent ->
                        switch (sent.to()) {
                            case PhoneNumber phone -> AuthenticatorKind.PHONE;
                            case MailAddress mail -> AuthenticatorKind.MAIL;
                        };
                })
                .orElse(change.kind());
    }

    private static AuditEntry entry(Caller caller, Change change, String event, Instant now) {
        Map<String, String> facts = new HashMap<>();
        facts.put("authenticator", change.kind().word());
        facts.put("change", change.id());
        facts.put("to", change.to().masked());
        change.old().ifPresent(old -> facts.put("from", old.masked()));
        return AuditEntry.by(caller, now, event, AuditEntry.principal(change.principal()), facts);
    }
}

package dev.countersign.testkit;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.Challenge;
import dev.countersign.challenge.Challenge.Asked;
import dev.countersign.challenge.Challenge.Progress;
import dev.countersign.challenge.Challenge.Return;
import dev.countersign.challenge.Kind;
import dev.countersign.challenge.Operation;
import dev.countersign.delivery.DeliveryWatch.Leg;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.Outbox.Settlement;
import dev.countersign.delivery.Outbox.Tried;
import dev.countersign.destination.Channel;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.protection.Method;
import dev.countersign.seal.DataKeys;
import dev.countersign.seal.MasterKey;
import dev.countersign.seal.Seals;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.Tenant;
import dev.countersign.value.Bytes;
import dev.countersign.value.Cause;
import dev.countersign.value.RequestId;
import dev.countersign.value.Uuids;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Demand;
import dev.countersign.verification.IdempotencyKey;
import dev.countersign.verification.Purpose;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What tests begin with: keys, tenants, numbers and demands that are always the same.
public final class Given {
    /// The tenant that most tests are about.
    public static final Tenant TENANT = tenant(100_000_000_001L);
    /// Another one.
    public static final Tenant OTHER = tenant(100_000_000_002L);

    /// The carrier that hands over in most tests.
    public static final String CARRIER = "carrier-1";

    private Given() {}

    /// A master key whose bytes are all this one.
    public static MasterKey master(int filling) {
        return MasterKey.of(key(filling));
    }

    /// Data keys that are the same in every run.
    public static DataKeys dataKeys() {
        return new DataKeys(key(1), key(2), key(3), key(4), key(5));
    }

    private static Bytes key(int filling) {
        byte[] key = new byte[MasterKey.LENGTH];
        Arrays.fill(key, (byte) filling);
        return Bytes.of(key);
    }

    /// Seals under the given data keys.
    public static Seals seals(InstantSource clock) {
        return new Seals(dataKeys(), clock, new SecureRandom());
    }

    /// A tenant that has subscribed to registration.
    public static Tenant tenant(long id) {
        return new Tenant(
                id,
                String.format(Locale.ROOT, "%016d", 1_000_000_000_000_000L + id),
                "tenant " + id,
                Set.of("intlpartnersmgt"),
                Optional.empty());
    }

    /// The call that callers call in.
    public static final Cause CAUSE = new Cause(
            new RequestId("00000000-0000-4000-8000-000000000001"), "tencent/intlpartnersmgt/2022-09-28/SendVerifyCode");

    /// A caller of the usual tenant, with a permanent key.
    public static Caller caller(long uin) {
        return new Caller(
                TENANT, new Principal(uin, TENANT.id(), "caller"), "AKIDgiven", Optional.empty(), "192.0.2.1", CAUSE);
    }

    /// The n-th number of Hong Kong's.
    public static PhoneNumber phone(int n) {
        return new PhoneNumber("852", String.format(Locale.ROOT, "6%07d", n));
    }

    /// A registration's binding, of the usual tenant.
    public static Binding registration(PhoneNumber phone) {
        return Binding.anonymous(TENANT.id(), Purpose.REGISTRATION, phone);
    }

    /// A login's binding, of a principal of the usual tenant.
    public static Binding login(PhoneNumber phone, long uin) {
        return new Binding(TENANT.id(), Purpose.LOGIN, phone, Optional.of(uin), "");
    }

    /// A demand by text message, in English, from a documentation address.
    public static Demand demand(Binding binding) {
        return new Demand(binding, Channel.SMS, "en", "192.0.2.1", Optional.empty());
    }

    /// The same demand with an idempotency key.
    public static Demand demand(Binding binding, IdempotencyKey key) {
        return new Demand(binding, Channel.SMS, "en", "192.0.2.1", Optional.of(key));
    }

    /// A fresh challenge of the usual tenant.
    public static Challenge challenge(long uin, Asked asked, Instant now) {
        return new Challenge(
                Uuids.random(new SecureRandom()).toString(),
                TENANT.id(),
                uin,
                asked,
                new Return("https://app.example.com/back", "nonce-1"),
                "en",
                now,
                now.plus(Challenge.LIFETIME),
                Progress.FRESH);
    }

    /// A login challenge of the usual tenant, kept.
    public static Challenge opened(Node node, long uin, Method method, Instant now) {
        Challenge fresh = challenge(uin, new Asked(Kind.LOGIN, Operation.NONE, method, false), now);
        AuditEntry entry = AuditEntry.own(now, TENANT.id(), "challenge.opened", fresh.subject(), Map.of());
        return node.challenges()
                .open(TENANT.id(), Optional.of(fresh), Optional.empty(), entry, now)
                .orElseThrow();
    }

    /// What the audit says of a lifted authenticator.
    public static AuditEntry unlocking(long uin, Instant now) {
        return AuditEntry.own(now, 0, "authenticator.unlocked", AuditEntry.principal(uin), Map.of());
    }

    /// What came of a message: these answers, one after the other, of [#CARRIER] by a route of the same name.
    /// If it is due again, then in two seconds.
    public static Settlement settled(DueMessage due, Instant now, Dispatch... answers) {
        return settled(due, CARRIER, now, answers);
    }

    /// The same of another carrier.
    public static Settlement settled(DueMessage due, String carrier, Instant now, Dispatch... answers) {
        Leg leg = new Leg(
                due.id(), due.channel(), carrier, carrier, "852", due.past().trace());
        List<Tried> tried = Arrays.stream(answers)
                .map(answer -> new Tried(leg, now, Duration.ZERO, answer))
                .toList();
        return new Settlement(due.id(), due.attempt(), tried, now.plusSeconds(2));
    }
}

package dev.countersign.product.countersign.v1;

import dev.countersign.audit.AuditEntry;
import dev.countersign.destination.Channel;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.verification.Attempt;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.AttemptResult;
import dev.countersign.verification.Code;
import dev.countersign.verification.Demand;
import dev.countersign.verification.FailureCount;
import dev.countersign.verification.IdempotencyKey;
import dev.countersign.verification.SendDecision;
import dev.countersign.verification.SendHistory;
import dev.countersign.verification.SendPolicy;
import dev.countersign.verification.Verification;
import dev.countersign.verification.VerificationPolicy;
import dev.countersign.verification.VerificationStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Verifications in memory, by the core's real policies, one caller at a time: enough to drive our own API. A
/// test may choose a refusal for the next send.
final class MemoryVerifications implements VerificationStore {
    private final Map<String, Kept> kept = new HashMap<>();
    private final List<SendHistory.PastSend> sends = new ArrayList<>();
    private final Map<String, Answered> answered = new HashMap<>();
    private FailureCount failures = FailureCount.NONE;

    /// What the next send is refused with.
    @Nullable SendRefusal nextRefusal;

    /// The demands that were accepted.
    final List<Demand> demands = new ArrayList<>();

    private record Kept(Verification verification, Code code) {}

    private record Answered(IdempotencyKey key, String id) {}

    /// The code of a verification, as its message would say it.
    String code(String id) {
        return Objects.requireNonNull(kept.get(id)).code().secret().reveal();
    }

    @Override
    public Verification issueIfQuiet(Demand demand, Code fresh, SendPolicy policy, Instant now) {
        Optional<Verification> before = replayed(demand.idempotency());
        if (before.isPresent()) {
            return before.get();
        }
        if (nextRefusal != null) {
            throw new Refused(nextRefusal);
        }
        SendDecision decision = policy.decide(demand, new SendHistory(sends, List.of(), Map.of(), List.of()), now);
        if (decision instanceof SendDecision.Refuse refuse) {
            throw new Refused(refuse.refusal());
        }
        sends.addFirst(new SendHistory.PastSend(
                demand.binding().tenant(),
                demand.binding().purpose().name(),
                demand.binding().principal(),
                now));
        return keep(demand, fresh, policy.numbers(), now);
    }

    @Override
    public Verification issueSilently(Demand demand, Code fixed, VerificationPolicy policy, Instant now) {
        return keep(demand, fixed, policy, now);
    }

    private Verification keep(Demand demand, Code code, VerificationPolicy numbers, Instant now) {
        demands.add(demand);
        String id = new UUID(0x7000L, 0x8000_0000_0000_0000L + kept.size()).toString();
        Channel channel = demand.channel();
        Verification made = new Verification(
                id,
                demand.binding(),
                channel,
                demand.locale(),
                Verification.Status.PENDING,
                now,
                now.plus(demand.lifetime(numbers)),
                numbers.tries());
        kept.put(id, new Kept(made, code));
        demand.idempotency().ifPresent(key -> answered.put(key.key(), new Answered(key, id)));
        return made;
    }

    private Optional<Verification> replayed(Optional<IdempotencyKey> key) {
        return key.map(given -> answered.get(given.key())).map(before -> {
            if (!before.key().equals(key.get())) {
                throw new Refused(new CallRefusal.IdempotencyKeyReused());
            }
            return Objects.requireNonNull(kept.get(before.id())).verification();
        });
    }

    @Override
    public AttemptResult attempt(Attempt attempt, AttemptPolicy policy, Instant now) {
        if (!(attempt.target() instanceof Attempt.Target.Named named)) {
            throw new UnsupportedOperationException("our own API names verifications");
        }
        Optional<Verification> before = replayed(attempt.idempotency());
        if (before.isPresent()) {
            return new AttemptResult.Accepted(before.get());
        }
        Optional<Verification> found = find(named.tenant(), named.id(), now);
        if (found.isEmpty()) {
            return new AttemptResult.Unknown();
        }
        Verification verification = found.get();
        if (verification.status() != Verification.Status.PENDING || failures.holdsBack(now)) {
            return new AttemptResult.NotAccepted(0, false, false);
        }
        Kept live = Objects.requireNonNull(kept.get(named.id()));
        boolean right = live.code().matches(attempt.given());
        Verification after = right
                ? ended(verification, Verification.Status.REDEEMED, verification.triesLeft())
                : ended(
                        verification,
                        verification.triesLeft() == 1 ? Verification.Status.FAILED : Verification.Status.PENDING,
                        verification.triesLeft() - 1);
        kept.put(named.id(), new Kept(after, live.code()));
        if (!right) {
            failures = policy.failed(failures, false, now);
            return new AttemptResult.NotAccepted(after.triesLeft(), false, false);
        }
        failures = FailureCount.NONE;
        attempt.idempotency().ifPresent(key -> answered.put(key.key(), new Answered(key, named.id())));
        return new AttemptResult.Accepted(after);
    }

    private static Verification ended(Verification before, Verification.Status status, int triesLeft) {
        return new Verification(
                before.id(),
                before.binding(),
                before.channel(),
                before.locale(),
                status,
                before.createdAt(),
                before.expiresAt(),
                triesLeft);
    }

    @Override
    public Optional<Verification> find(long tenant, String id, Instant now) {
        return Optional.ofNullable(kept.get(id))
                .map(Kept::verification)
                .filter(verification -> verification.binding().tenant() == tenant)
                .map(verification ->
                        verification.status() == Verification.Status.PENDING && !now.isBefore(verification.expiresAt())
                                ? ended(verification, Verification.Status.EXPIRED, 0)
                                : verification);
    }

    @Override
    public boolean unlock(long uin, String authenticator, AuditEntry entry) {
        return false;
    }
}

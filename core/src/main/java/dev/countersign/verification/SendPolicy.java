package dev.countersign.verification;

import dev.countersign.destination.PhoneNumber;
import dev.countersign.refusal.AreaNotServed;
import dev.countersign.refusal.SendQuota;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.refusal.SendRefusal.ResendTooSoon;
import dev.countersign.refusal.SendRefusal.SendQuotaSpent;
import dev.countersign.verification.SendHistory.LiveCode;
import dev.countersign.verification.SendHistory.PastSend;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Decides whether a code is sent, and which. Pure: it is given the past and the time, and changes nothing.
public final class SendPolicy {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final VerificationPolicy policy;

    /// @param policy the numbers to decide by
    public SendPolicy(VerificationPolicy policy) {
        this.policy = policy;
    }

    /// The numbers.
    public VerificationPolicy numbers() {
        return policy;
    }

    /// The ceilings of the present hour that are configured for this demand; only these need to be tallied.
    public Map<SendQuota, Integer> tallied(Demand demand) {
        Map<SendQuota, Integer> ceilings = new LinkedHashMap<>();
        policy.sourcePerHour().ifPresent(most -> ceilings.put(SendQuota.SOURCE_HOUR, most));
        policy.tenantPerHour().ifPresent(most -> ceilings.put(SendQuota.TENANT_HOUR, most));
        if (demand.binding().destination() instanceof PhoneNumber phone) {
            Integer most = policy.countryPerHour()
                    .getOrDefault(phone.countryCode(), policy.countryPerHour().getOrDefault("*", Integer.MAX_VALUE));
            if (most != Integer.MAX_VALUE) {
                ceilings.put(SendQuota.COUNTRY_HOUR, most);
            }
        }
        return ceilings;
    }

    /// Decides. The checks go from the narrowest to the widest: country, quiet period, destination or
    /// principal, installation, tallied ceilings.
    public SendDecision decide(Demand demand, SendHistory past, Instant now) {
        Binding binding = demand.binding();
        if (binding.destination() instanceof PhoneNumber phone
                && !policy.countries().isEmpty()
                && !policy.countries().contains(phone.countryCode())) {
            return new SendDecision.Refuse(new AreaNotServed(phone.countryCode()));
        }
        Optional<SendRefusal> refused = tooSoon(binding, quiet(demand), past, now)
                .or(() -> binding.principal().isPresent()
                        ? principalSpent(past, now)
                        : destinationSpent(binding, past, now))
                .or(() -> tallySpent(demand, past, now));
        return refused.<SendDecision>map(SendDecision.Refuse::new).orElseGet(() -> choose(demand, past.live(), now));
    }

    /// Terms may lengthen it, and never shorten it.
    private Duration quiet(Demand demand) {
        return demand.terms()
                .map(Terms::quiet)
                .filter(asked -> asked.compareTo(policy.quietPeriod()) > 0)
                .orElse(policy.quietPeriod());
    }

    private Optional<SendRefusal> tooSoon(Binding binding, Duration quiet, SendHistory past, Instant now) {
        return past.toDestination().stream()
                .filter(send -> send.tenant() == binding.tenant()
                        && send.purpose().equals(binding.purpose().name())
                        && send.principal().equals(binding.principal()))
                .map(send -> Duration.between(now, send.at().plus(quiet)))
                .filter(Duration::isPositive)
                .findFirst()
                .map(ResendTooSoon::new);
    }

    private Optional<SendRefusal> destinationSpent(Binding binding, SendHistory past, Instant now) {
        Predicate<PastSend> anonymous = send -> send.principal().isEmpty();
        List<Instant> all = past.toDestination().stream()
                .filter(anonymous)
                .map(PastSend::at)
                .toList();
        List<Instant> own = past.toDestination().stream()
                .filter(anonymous.and(send -> send.tenant() == binding.tenant()))
                .map(PastSend::at)
                .toList();
        return spent(SendQuota.DESTINATION_HOUR, own, HOUR, policy.destinationPerHour(), now)
                .or(() -> spent(SendQuota.DESTINATION_DAY, own, DAY, policy.destinationPerDay(), now))
                .or(() -> spent(SendQuota.INSTALLATION_DAY, all, DAY, policy.installationPerDay(), now));
    }

    private Optional<SendRefusal> principalSpent(SendHistory past, Instant now) {
        List<Instant> own = past.ofPrincipal().stream().map(PastSend::at).toList();
        return spent(SendQuota.PRINCIPAL_HOUR, own, HOUR, policy.principalPerHour(), now)
                .or(() -> spent(SendQuota.PRINCIPAL_DAY, own, DAY, policy.principalPerDay(), now));
    }

    /// A rolling window: full when the send that stands `most` places back is still inside it.
    private static Optional<SendRefusal> spent(
            SendQuota quota, List<Instant> newestFirst, Duration window, int most, Instant now) {
        if (newestFirst.size() < most) {
            return Optional.empty();
        }
        if (most == 0) {
            return Optional.of(new SendQuotaSpent(quota, window));
        }
        Duration left = Duration.between(now, newestFirst.get(most - 1).plus(window));
        return left.isPositive() ? Optional.of(new SendQuotaSpent(quota, left)) : Optional.empty();
    }

    private Optional<SendRefusal> tallySpent(Demand demand, SendHistory past, Instant now) {
        Duration untilNextHour = Duration.ofSeconds(3600 - Math.floorMod(now.getEpochSecond(), 3600L));
        return tallied(demand).entrySet().stream()
                .filter(ceiling -> past.tallies().getOrDefault(ceiling.getKey(), 0) >= ceiling.getValue())
                .findFirst()
                .map(ceiling -> new SendQuotaSpent(ceiling.getKey(), untilNextHour));
    }

    private SendDecision choose(Demand demand, List<LiveCode> live, Instant now) {
        List<String> all = live.stream().map(LiveCode::id).toList();
        List<String> crowded =
                all.stream().skip(VerificationPolicy.LIVE_CODES - 1L).toList();
        if (demand.terms().isPresent()) {
            return switch (demand.terms().get().earlier()) {
                case END -> new SendDecision.Fresh(all, List.of(), now);
                case STAY -> new SendDecision.Fresh(crowded, List.of(), now);
            };
        }
        return switch (policy.resend()) {
            case REUSE ->
                live.stream()
                        .filter(code -> !Duration.between(now, code.expiresAt())
                                .minus(policy.lifetime().dividedBy(2))
                                .isNegative())
                        .findFirst()
                        .<SendDecision>map(code -> new SendDecision.Resend(code.id()))
                        .orElseGet(() -> new SendDecision.Fresh(crowded, List.of(), now));
            case ROTATE -> new SendDecision.Fresh(all, List.of(), now);
            case ROTATE_GRACE ->
                new SendDecision.Fresh(
                        crowded,
                        all.stream().limit(VerificationPolicy.LIVE_CODES - 1L).toList(),
                        now.plus(policy.grace()));
        };
    }
}

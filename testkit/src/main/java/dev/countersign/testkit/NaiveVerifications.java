package dev.countersign.testkit;

import dev.countersign.verification.Binding;
import dev.countersign.verification.ResendPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules of verifications written down a second time, as plainly as can be and without any thought of
/// speed: what a store is compared with. It says what happened in a word.
final class NaiveVerifications {
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final ResendPolicy resend;
    private final List<Sent> sends = new ArrayList<>();
    private final List<Made> codes = new ArrayList<>();
    private final Map<String, Failures> failures = new HashMap<>();

    private record Sent(Binding binding, Instant at) {}

    private static final class Made {
        private final Binding binding;
        private final String code;
        private Instant ends;
        private int tries = 5;
        private boolean over;

        Made(Binding binding, String code, Instant ends) {
            this.binding = binding;
            this.code = code;
            this.ends = ends;
        }

        boolean lives(Binding wanted, Instant now) {
            return !over && binding.equals(wanted) && now.isBefore(ends);
        }
    }

    private static final class Failures {
        private int count;
        private Instant last = Instant.EPOCH;
        private Instant waits = Instant.EPOCH;
    }

    NaiveVerifications(ResendPolicy resend) {
        this.resend = resend;
    }

    /// Asks for a code.
    ///
    /// @return `soon`, `quota`, or the code that goes out
    String issue(Binding binding, String fresh, Instant now) {
        for (Sent sent : sends) {
            if (sent.binding().tenant() == binding.tenant()
                    && sent.binding().purpose().equals(binding.purpose())
                    && sent.binding().destination().equals(binding.destination())
                    && sent.binding().principal().equals(binding.principal())
                    && sent.at().plusSeconds(60).isAfter(now)) {
                return "soon";
            }
        }
        if (spent(binding, now)) {
            return "quota";
        }
        sends.add(new Sent(binding, now));
        List<Made> live = live(binding, now);
        if (resend == ResendPolicy.REUSE) {
            for (Made made : live) {
                if (!now.plus(Duration.ofMinutes(5)).isAfter(made.ends)) {
                    return made.code;
                }
            }
        }
        for (int n = 0; n < live.size(); n++) {
            Made old = live.get(n);
            if (resend == ResendPolicy.ROTATE || n > 0) {
                old.over = true;
            } else if (resend == ResendPolicy.ROTATE_GRACE && old.ends.isAfter(now.plusSeconds(60))) {
                old.ends = now.plusSeconds(60);
            }
        }
        codes.add(new Made(binding, fresh, now.plus(LIFETIME)));
        return fresh;
    }

    private boolean spent(Binding binding, Instant now) {
        if (binding.principal().isPresent()) {
            return count(binding, now, Duration.ofHours(1), true, true) >= 10
                    || count(binding, now, Duration.ofDays(1), true, true) >= 20;
        }
        return count(binding, now, Duration.ofHours(1), false, true) >= 5
                || count(binding, now, Duration.ofDays(1), false, true) >= 10
                || count(binding, now, Duration.ofDays(1), false, false) >= 10;
    }

    private int count(Binding binding, Instant now, Duration window, boolean principal, boolean ownTenant) {
        int count = 0;
        for (Sent sent : sends) {
            boolean about = principal
                    ? sent.binding().principal().equals(binding.principal())
                    : sent.binding().principal().isEmpty()
                            && sent.binding().destination().equals(binding.destination())
                            && (!ownTenant || sent.binding().tenant() == binding.tenant());
            if (about && sent.at().plus(window).isAfter(now)) {
                count++;
            }
        }
        return count;
    }

    /// Newest first.
    private List<Made> live(Binding binding, Instant now) {
        List<Made> live = new ArrayList<>();
        for (Made made : codes.reversed()) {
            if (made.lives(binding, now)) {
                live.add(made);
            }
        }
        return live;
    }

    /// Gives a code back.
    ///
    /// @return `yes` and the code, or `no` and the tries that are left
    String attempt(Binding binding, String given, boolean redeem, Instant now) {
        List<Made> live = live(binding, now);
        if (live.isEmpty()) {
            return "no 0";
        }
        Failures counted = failures.computeIfAbsent(subject(binding), none -> new Failures());
        if (now.isBefore(counted.waits)) {
            return "no " + best(live);
        }
        @Nullable Made right = null;
        for (Made made : live) {
            if (made.code.equals(given) && right == null) {
                right = made;
            }
        }
        if (right == null) {
            charge(live, counted, binding.principal(), now);
            return "no " + best(live);
        }
        if (redeem) {
            live.forEach(made -> made.over = true);
            failures.remove(subject(binding));
        }
        return "yes " + Objects.requireNonNull(right).code;
    }

    private static void charge(List<Made> live, Failures counted, Optional<Long> principal, Instant now) {
        for (Made made : live) {
            made.tries--;
            made.over = made.tries == 0;
        }
        if (principal.isEmpty() && !counted.last.plus(Duration.ofHours(24)).isAfter(now)) {
            counted.count = 0;
        }
        counted.count++;
        counted.last = now;
        counted.waits = Instant.EPOCH;
        if (counted.count >= 10) {
            long seconds = 30;
            for (int n = 10; n < counted.count && seconds < 3600; n++) {
                seconds *= 2;
            }
            counted.waits = now.plusSeconds(Math.min(3600, seconds));
        }
        if (principal.isPresent() && counted.count >= 100) {
            counted.waits = Instant.MAX;
        }
    }

    private static int best(List<Made> live) {
        return live.stream()
                .map(made -> made.tries)
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    private static String subject(Binding binding) {
        return binding.principal()
                .map(uin -> uin + binding.authenticator())
                .orElseGet(() -> binding.tenant() + " " + binding.destination().canonical());
    }
}

package dev.countersign.token;

import dev.countersign.audit.AuditEntry;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.TokenRefusal;
import dev.countersign.tenant.Caller;
import dev.countersign.value.Secret;
import dev.countersign.value.Uuids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Mints, looks up and spends custom tokens.
public final class CustomTokens {
    /// How long a token lives.
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private final CustomTokenStore store;
    private final RandomGenerator random;
    private final InstantSource clock;

    /// @param store keeps them
    /// @param random draws them
    /// @param clock the time that they live by
    public CustomTokens(CustomTokenStore store, RandomGenerator random, InstantSource clock) {
        this.store = store;
        this.random = random;
        this.clock = clock;
    }

    /// Makes a token for a challenge of a principal.
    ///
    /// @param chosen the text, where a developer chose it; empty to draw one
    /// @return its text, which is told this once
    public String mint(long tenant, long uin, String challengeId, Optional<String> chosen) {
        String text = chosen.orElseGet(() -> "mfa_idc-" + uin + "-" + Uuids.random(random));
        Instant now = clock.instant();
        store.add(new CustomToken(Secret.of(text), tenant, uin, challengeId, now, now.plus(LIFETIME)));
        return text;
    }

    /// Whom a token is about, as often as one likes until it is spent.
    ///
    /// @throws Refused with [TokenRefusal.TokenNotAccepted], whatever is wrong with it
    public long introspect(Caller caller, String token) {
        return store.principal(caller.tenant().id(), Secret.of(token), clock.instant())
                .orElseThrow(() -> new Refused(new TokenRefusal.TokenNotAccepted()));
    }

    /// Spends a token and passes its challenge, once. Never by the principal that it is about, nor by a key that
    /// this principal got from STS: whoever is checked can't be who says that the check has passed.
    ///
    /// @throws Refused with [TokenRefusal.TokenNotAccepted], whatever is wrong with it
    public void consume(Caller caller, String token) {
        Instant now = clock.instant();
        Optional<Long> about = store.spend(
                caller.tenant().id(),
                caller.principal().uin(),
                Secret.of(token),
                now,
                spent -> AuditEntry.by(
                        caller,
                        now,
                        spent.isPresent() ? "token.spent" : "token.refused",
                        spent.map(AuditEntry::principal).orElse(""),
                        Map.of()));
        if (about.isEmpty()) {
            throw new Refused(new TokenRefusal.TokenNotAccepted());
        }
    }
}

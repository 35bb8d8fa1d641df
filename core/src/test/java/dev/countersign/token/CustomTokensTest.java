package dev.countersign.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.audit.AuditEntry;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.TokenRefusal;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.tenant.Tenant;
import dev.countersign.value.Cause;
import dev.countersign.value.RequestId;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class CustomTokensTest {
    private static final long SEED = 20270118;
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final Principal ALICE = new Principal(11, 1, "alice");

    private final OneToken store = new OneToken();
    private final CustomTokens tokens = new CustomTokens(store, new Random(SEED), () -> NOW);

    private static Caller caller(Optional<TemporaryKey> temporary) {
        return new Caller(
                new Tenant(1, "1", "t", Set.of(), Optional.empty()),
                ALICE,
                "AKID",
                temporary,
                "192.0.2.1",
                Cause.page(RequestId.from(new Random(1)).get()));
    }

    @Test
    void a_token_names_its_principal_and_is_drawn_anew_each_time() {
        String first = tokens.mint(1, 100_000_000_011L, "c", Optional.empty());
        assertThat(first)
                .matches("mfa_idc-100000000011-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(tokens.mint(1, 100_000_000_011L, "c", Optional.empty())).isNotEqualTo(first);
        assertThat(store.added).extracting(CustomToken::expiresAt).containsOnly(NOW.plusSeconds(600));
    }

    @Test
    void a_chosen_token_is_used_as_it_is() {
        assertThat(tokens.mint(1, 12_345_678, "c", Optional.of("abc123"))).isEqualTo("abc123");
        assertThat(tokens.introspect(caller(Optional.empty()), "abc123")).isEqualTo(12_345_678);
    }

    @Test
    void the_spender_is_the_principal_also_behind_a_temporary_key() {
        tokens.mint(1, 12, "c", Optional.of("abc123"));
        Optional<TemporaryKey> inRole = Optional.of(new TemporaryKey(
                NOW, Optional.of(new TemporaryKey.AssumedRole(7, "r", "s")), Optional.empty(), Optional.empty()));
        tokens.consume(caller(inRole), "abc123");

        assertThat(store.spenders).containsExactly(11L);
        assertThat(store.entries).extracting(AuditEntry::event).containsExactly("token.spent");
        assertThat(store.entries).extracting(AuditEntry::subject).containsExactly("uin/12");
    }

    @Test
    void what_is_not_accepted_is_refused_and_told_to_the_audit_without_the_token() {
        for (boolean spends : new boolean[] {true, false}) {
            assertThatThrownBy(() -> {
                        if (spends) {
                            tokens.consume(caller(Optional.empty()), "abc123");
                        } else {
                            tokens.introspect(caller(Optional.empty()), "abc123");
                        }
                    })
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(new TokenRefusal.TokenNotAccepted()));
        }
        assertThat(store.entries).hasSize(1);
        assertThat(store.entries.getFirst().event()).isEqualTo("token.refused");
        assertThat(store.entries.toString()).doesNotContain("abc123");
    }

    /// The last token that was added, and who tried to spend it.
    private static final class OneToken implements CustomTokenStore {
        private final List<CustomToken> added = new ArrayList<>();
        private final List<Long> spenders = new ArrayList<>();
        private final List<AuditEntry> entries = new ArrayList<>();

        @Override
        public void add(CustomToken token) {
            added.add(token);
        }

        @Override
        public Optional<Long> principal(long tenant, Secret text, Instant now) {
            return added.stream()
                    .filter(one -> one.text().equals(text))
                    .map(CustomToken::uin)
                    .findFirst();
        }

        @Override
        public Optional<Long> spend(
                long tenant, long spender, Secret text, Instant now, Function<Optional<Long>, AuditEntry> entry) {
            Optional<Long> spent = principal(tenant, text, now);
            spenders.add(spender);
            entries.add(entry.apply(spent));
            return spent;
        }
    }
}

package dev.countersign.gateway.dialect.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.dialect.tencent.SigningKeys.Derived;
import dev.countersign.gateway.dialect.tencent.SigningKeys.Scope;
import dev.countersign.value.Secret;
import org.junit.jupiter.api.Test;

/// The keys that are remembered are those that would be derived.
final class SigningKeysTest {
    private static Scope scope(String secret, String date, String service) {
        return new Scope(Secret.of(secret), date, service);
    }

    @Test
    void remembered_keys_are_those_of_their_own_scope() {
        SigningKeys keys = new SigningKeys();
        Scope scope = scope("secret", "2026-11-22", "cam");
        Derived derived = keys.of(scope);
        keys.remember(scope, derived);

        assertThat(keys.of(scope("secret", "2026-11-22", "cam"))).isSameAs(derived);
        for (Scope other : new Scope[] {
            scope("Secret", "2026-11-22", "cam"),
            scope("secret", "2026-11-23", "cam"),
            scope("secret", "2026-11-22", "sts")
        }) {
            assertThat(keys.of(other).signing()).isNotEqualTo(derived.signing());
        }
    }

    @Test
    void only_what_fitted_is_remembered_and_never_more_than_a_bound() {
        SigningKeys keys = new SigningKeys();
        keys.of(scope("secret", "2026-11-22", "cam"));
        assertThat(keys.size()).isZero();
        for (int n = 0; n < 5000; n++) {
            Scope scope = scope("secret", "2026-11-22", "service" + n);
            keys.remember(scope, new Derived(keys.of(scope).signing(), java.util.Map.of()));
        }
        assertThat(keys.size()).isLessThanOrEqualTo(4096).isPositive();
    }

    @Test
    void derived_keys_are_not_printed() {
        Derived derived = new SigningKeys().of(scope("secret", "2026-11-22", "cam"));
        assertThat(derived.toString())
                .doesNotContain(derived.signing().toHex())
                .doesNotContain(derived.shown().get("kSigning"));
    }
}

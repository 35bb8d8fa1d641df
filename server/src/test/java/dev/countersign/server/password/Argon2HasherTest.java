package dev.countersign.server.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.value.Secret;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2HasherTest {
    private final Argon2Hasher hasher = new Argon2Hasher(new SecureRandom());

    @Test
    void a_password_verifies_against_its_hash_alone() {
        String hash = hasher.hash(Secret.of("ABCabc123!"));
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("ABCabc123!");
        assertThat(hasher.verify(Secret.of("ABCabc123!"), hash)).isTrue();
        assertThat(hasher.verify(Secret.of("ABCabc123?"), hash)).isFalse();
    }

    @Test
    void equal_passwords_have_different_hashes() {
        assertThat(hasher.hash(Secret.of("ABCabc123!"))).isNotEqualTo(hasher.hash(Secret.of("ABCabc123!")));
    }

    /// Made by the reference program: `echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32 -e`.
    @Test
    void a_hash_of_the_reference_program_verifies() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(hasher.verify(Secret.of("password"), reference)).isTrue();
        assertThat(hasher.verify(Secret.of("passwore"), reference)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "$argon2id$v=19$m=1$x", "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFh"})
    void what_is_no_argon2id_hash_verifies_nothing(String broken) {
        assertThat(hasher.verify(Secret.of("password"), broken)).isFalse();
    }
}

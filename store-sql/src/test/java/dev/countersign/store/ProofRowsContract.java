package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.proof.ProofKey;
import dev.countersign.testkit.Given;
import dev.countersign.testkit.Race;
import dev.countersign.value.Bytes;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the keys that sign proofs leave in their table.
abstract class ProofRowsContract extends SqlContract {
    @Test
    void of_many_first_keys_one_is_kept_and_opens_again() {
        List<List<ProofKey>> kept = Race.of(10, n -> keys().allOrFirst(key("kid-" + n, n)));

        assertThat(kept.stream().distinct()).hasSize(1);
        assertThat(keys().all()).isEqualTo(kept.getFirst()).hasSize(1);
    }

    @Test
    void the_newest_key_comes_first_and_older_ones_stay() {
        keys().allOrFirst(key("old", 1));
        keys().add(key("new", 2));

        assertThat(keys().all()).extracting(ProofKey::id).containsExactly("new", "old");
        assertThat(keys().all().getLast()).isEqualTo(key("old", 1));
    }

    @Test
    void a_private_key_does_not_stand_in_the_clear() {
        keys().allOrFirst(key("kid", 1));
        byte[] sealed = transactions()
                .read(handle -> handle.createQuery("SELECT private_key FROM proof_key")
                        .mapTo(byte[].class)
                        .one());

        assertThat(Bytes.of(sealed).toHex())
                .doesNotContain(Bytes.utf8("private 1").toHex());
    }

    private SqlProofKeyStore keys() {
        return new SqlProofKeyStore(transactions(), Given.dataKeys(), new SecureRandom());
    }

    private ProofKey key(String id, int n) {
        return new ProofKey(
                id,
                Bytes.utf8("private " + n),
                Bytes.utf8("public " + n),
                clock.instant().plusSeconds(n));
    }
}

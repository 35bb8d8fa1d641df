package dev.countersign.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.value.Bytes;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class MasterKeyTest {
    private final SecureRandom random = new SecureRandom();
    private final MasterKey key = MasterKey.of(fresh());
    private final Bytes dataKey = fresh();

    private Bytes fresh() {
        byte[] bytes = new byte[MasterKey.LENGTH];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private static void wrong(MasterKey by, String name, Bytes wrapped) {
        assertThatThrownBy(() -> by.unwrap(name, wrapped)).isInstanceOf(WrongMasterKey.class);
    }

    @Test
    void what_it_wrapped_it_unwraps() {
        assertThat(key.unwrap("seal", key.wrap("seal", dataKey, random))).isEqualTo(dataKey);
    }

    @Test
    void another_master_key_is_told_that_it_is_the_wrong_one() {
        wrong(MasterKey.of(fresh()), "seal", key.wrap("seal", dataKey, random));
    }

    @Test
    void one_data_key_cannot_stand_in_for_another() {
        wrong(key, "lookup", key.wrap("seal", dataKey, random));
    }

    @Test
    void any_changed_byte_is_noticed() {
        byte[] wrapped = key.wrap("seal", dataKey, random).toArray();
        for (int i = 0; i < wrapped.length; i++) {
            byte[] bent = wrapped.clone();
            bent[i] ^= 1;
            wrong(key, "seal", Bytes.of(bent));
        }
    }

    @Test
    void any_cut_is_noticed() {
        byte[] wrapped = key.wrap("seal", dataKey, random).toArray();
        for (int length = 0; length < wrapped.length; length++) {
            wrong(key, "seal", Bytes.of(java.util.Arrays.copyOf(wrapped, length)));
        }
    }

    @Test
    void it_has_32_bytes() {
        for (int length : new int[] {0, 16, 31, 33, 64}) {
            assertThatThrownBy(() -> MasterKey.of(Bytes.of(new byte[length])))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void keys_are_never_printed() {
        DataKeys keys = DataKeys.generate(random);
        assertThat(keys.toString()).isEqualTo("DataKeys(******)");
        assertThat(key.toString()).isEqualTo("MasterKey(******)");
        assertThat(java.util.Set.of(keys.seal(), keys.lookup(), keys.audit(), keys.proof(), keys.cursor()))
                .hasSize(5);
    }
}

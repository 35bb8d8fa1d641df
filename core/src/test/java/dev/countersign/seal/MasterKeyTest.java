package dev.countersign.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.value.Bytes;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/// A data key opens under the master key that wrapped it, for the use that it was wrapped for.
final class MasterKeyTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Bytes DATA_KEY = DataKeys.generate(RANDOM).seal();

    private final MasterKey master = fresh();

    private static MasterKey fresh() {
        byte[] key = new byte[MasterKey.LENGTH];
        RANDOM.nextBytes(key);
        return MasterKey.of(Bytes.of(key));
    }

    @Test
    void a_wrapped_key_comes_back() {
        assertThat(master.unwrap("seal", master.wrap("seal", DATA_KEY, RANDOM))).isEqualTo(DATA_KEY);
    }

    @Test
    void another_master_key_is_told_apart() {
        Bytes wrapped = master.wrap("seal", DATA_KEY, RANDOM);
        assertThatThrownBy(() -> fresh().unwrap("seal", wrapped)).isInstanceOf(WrongMasterKey.class);
    }

    @Test
    void a_key_of_one_use_can_not_stand_in_for_another() {
        Bytes wrapped = master.wrap("seal", DATA_KEY, RANDOM);
        assertThatThrownBy(() -> master.unwrap("lookup", wrapped)).isInstanceOf(WrongMasterKey.class);
    }

    @Test
    void what_is_too_short_to_be_a_wrapped_key_is_no_key() {
        assertThatThrownBy(() -> master.unwrap("seal", Bytes.hex("00112233"))).isInstanceOf(WrongMasterKey.class);
    }

    @Test
    void a_master_key_has_32_bytes() {
        assertThatThrownBy(() -> MasterKey.of(Bytes.hex("00"))).hasMessageContaining("32");
    }

    @Test
    void no_key_prints_itself() {
        assertThat(master).hasToString("MasterKey(******)");
        assertThat(DataKeys.generate(RANDOM)).hasToString("DataKeys(******)");
    }
}

package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.seal.DataKeyStore;
import dev.countersign.seal.DataKeys;
import dev.countersign.seal.WrongMasterKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every store of data keys keeps.
public abstract class DataKeyStoreContract {
    /// A store of data keys on data that outlives it: each call is another start of a process on the same data.
    protected abstract DataKeyStore start();

    @Test
    void keys_are_made_once_and_opened_again() {
        DataKeys made = start().open(Given.master(1));

        assertThat(start().open(Given.master(1))).isEqualTo(made);
        assertThat(List.of(made.seal(), made.lookup(), made.audit(), made.proof(), made.cursor()))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.length() == 32);
    }

    @Test
    void another_master_key_is_refused_and_changes_nothing() {
        DataKeys made = start().open(Given.master(1));

        assertThatThrownBy(() -> start().open(Given.master(2))).isInstanceOf(WrongMasterKey.class);
        assertThat(start().open(Given.master(1))).isEqualTo(made);
    }

    @Test
    void rewrapping_keeps_the_keys_under_another_master_key() {
        DataKeys made = start().open(Given.master(1));
        start().rewrap(Given.master(1), Given.master(2));

        assertThat(start().open(Given.master(2))).isEqualTo(made);
        assertThatThrownBy(() -> start().open(Given.master(1))).isInstanceOf(WrongMasterKey.class);
    }

    @Test
    void rewrapping_with_the_wrong_key_changes_nothing() {
        DataKeys made = start().open(Given.master(1));

        assertThatThrownBy(() -> start().rewrap(Given.master(3), Given.master(2)))
                .isInstanceOf(WrongMasterKey.class);
        assertThat(start().open(Given.master(1))).isEqualTo(made);
    }
}

package dev.countersign.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "alice", "A.b-c_d@e,f=g+1", "0"})
    void may_have_a_name_that_the_vendors_console_takes(String name) {
        assertThat(User.mayBeCalled(name)).isTrue();
        assertThat(User.mayBeCalled("x".repeat(64))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a*", "a/b", "a:b", "名", "a\n"})
    void may_have_no_other_name(String name) {
        assertThat(User.mayBeCalled(name)).isFalse();
        assertThat(User.mayBeCalled("x".repeat(65))).isFalse();
    }

    @Test
    void the_numbers_of_users_make_sense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UserPolicy(0, 1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new UserPolicy(1, 0, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new UserPolicy(1, 1, Duration.ofSeconds(-1)));
    }
}

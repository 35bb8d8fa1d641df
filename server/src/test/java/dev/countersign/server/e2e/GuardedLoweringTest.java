package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.Countersign;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `mfa.guard-lowering`, as `serve` has it unless told otherwise: a stolen permanent key doesn't open what the second
/// factor closes.
class GuardedLoweringTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {"{'LoginFlag':{}}", "{'LoginFlag':{'Stoken':1}}", "{'ActionFlag':{'Phone':1},'LoginFlag':{}}"})
    void ones_own_protection_is_not_lowered_with_a_permanent_key(String body) {
        within(mfa -> {
            assertThat(mfa.set(DevClient.ALICE, "{'LoginFlag':{'Phone':1}}").code())
                    .as("switching on lowers nothing")
                    .isEqualTo("ok");

            Outcome refused = mfa.set(DevClient.ALICE, body);
            assertThat(refused.code()).isEqualTo("FailedOperation.UserUnbindNoPermission");
            assertThat(refused.message()).isEqualTo("User does not have permission.");
            assertThat(mfa.half(Mfa.ALICE, "LoginFlag")).contains("'Phone':1");
            assertThat(mfa.set(DevClient.ALICE, "{'LoginFlag':{'Phone':1}}").code())
                    .as("what stays is not lowered")
                    .isEqualTo("ok");
        });
    }

    @Test
    void an_administrator_lowers_anothers() {
        within(mfa -> {
            mfa.protect(Mfa.BOB, "Stoken", "None");
            assertThat(mfa.set(DevClient.ALICE, "{'OpUin':" + Mfa.BOB + ",'LoginFlag':{}}")
                            .code())
                    .isEqualTo("ok");
        });
    }

    private void within(java.util.function.Consumer<Mfa> test) {
        try (Countersign server = Countersign.dev(
                        Countersign.DevOptions.at(directory).relaxed().guardingLowering());
                DevClient client = new DevClient(server.port())) {
            test.accept(new Mfa(client));
        }
    }
}

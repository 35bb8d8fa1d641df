package dev.countersign.server.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.Interventions.Delayed;
import dev.countersign.gateway.Interventions.Drop;
import dev.countersign.gateway.Interventions.Fail;
import dev.countersign.gateway.wire.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultsCallTest {
    private static final String PUBLISHED = "{\"match\":{\"action\":\"SendVerifyCode\",\"to\":\"85261234567\"},"
            + "\"fail\":{\"code\":\"FailedOperation.SendVerifyCodeLimit\"},\"times\":1}";
    private final Developer developer = new Developer();

    @Test
    void adds_a_fault_and_lists_it_until_it_happened() {
        String listed = "{\"id\":\"fault-1\"," + PUBLISHED.substring(1);
        assertThat(Developer.ok(put(PUBLISHED))).isEqualTo(listed);
        assertThat(Developer.ok(developer.get("/dev/faults"))).isEqualTo("[" + listed + "]");

        assertThat(developer.faults.before("SendVerifyCode", "85261234567"))
                .contains(new Fail("FailedOperation.SendVerifyCodeLimit"));

        assertThat(Developer.ok(developer.get("/dev/faults"))).isEqualTo("[]");
        assertThat(developer.faults.before("SendVerifyCode", "85261234567")).isEmpty();
    }

    @Test
    void adds_an_array_of_faults_behind_those_that_wait() {
        put("{\"fail\":{\"drop\":true}}");

        String added = Developer.ok(put("[{\"fail\":{\"delay\":\"30s\"},\"times\":3},"
                + "{\"match\":{\"to\":\"+852 6123 4567\"},\"fail\":{\"carrier\":\"reject\"},\"times\":0}]"));

        assertThat(added)
                .isEqualTo("[{\"id\":\"fault-2\",\"match\":{},\"fail\":{\"delay\":\"30s\"},\"times\":3},"
                        + "{\"id\":\"fault-3\",\"match\":{\"to\":\"85261234567\"},\"fail\":{\"carrier\":\"reject\"},"
                        + "\"times\":0}]");
        assertThat(Developer.ok(developer.get("/dev/faults")))
                .startsWith("[{\"id\":\"fault-1\"")
                .endsWith(added.substring(1));
    }

    @Test
    void lists_how_many_times_are_left() {
        put("{\"fail\":{\"drop\":true},\"times\":3}");
        developer.faults.before("CreateAccount", "");

        assertThat(Developer.ok(developer.get("/dev/faults"))).contains("\"times\":2");
    }

    @Test
    void takes_one_or_all_away() {
        put("[{\"fail\":{\"drop\":true}},{\"fail\":{\"drop\":true}},{\"fail\":{\"drop\":true}}]");

        assertThat(Developer.ok(developer.delete("/dev/faults?id=fault-2")))
                .contains("fault-1", "fault-3")
                .doesNotContain("fault-2");
        assertThat(Developer.problem(developer.delete("/dev/faults?id=fault-2"), 404))
                .contains("fault-2");
        assertThat(Developer.ok(developer.delete("/dev/faults"))).isEqualTo("[]");
    }

    @Test
    void an_array_is_added_whole_or_not_at_all() {
        assertThat(Developer.problem(put("[{\"fail\":{\"drop\":true}},{\"fail\":{\"drop\":false}}]"), 400))
                .contains("only be true");
        assertThat(Developer.ok(developer.get("/dev/faults"))).isEqualTo("[]");
    }

    @Test
    void at_most_a_thousand_wait() {
        String one = "{\"fail\":{\"drop\":true}}";
        Developer.ok(put("[" + (one + ",").repeat(999) + one + "]"));

        assertThat(Developer.problem(put(one), 409)).contains("at most 1000");
        assertThat(Developer.problem(put("[" + (one + ",").repeat(1000) + one + "]"), 400))
                .contains("at most 1000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | needs the member \"fail\"",
                "{\"fail\":{}} | exactly one of",
                "{\"fail\":\"drop\"} | must be a JSON object",
                "{\"fail\":{\"drop\":true,\"delay\":\"1s\"}} | exactly one of",
                "{\"fail\":{\"drop\":\"yes\"}} | must be true or false",
                "{\"fail\":{\"delay\":\"61s\"}} | at most 60s",
                "{\"fail\":{\"delay\":\"0s\"}} | longer than nothing",
                "{\"fail\":{\"delay\":2}} | must be a text",
                "{\"fail\":{\"carrier\":\"broken\"}} | \"error\"",
                "{\"fail\":{\"receipt\":\"failed\"}} | \"undelivered\"",
                "{\"match\":{\"action\":\"SendVerifyCode\"},\"fail\":{\"receipt\":\"lost\"}} | matched by \"to\" alone",
                "{\"fail\":{\"recept\":\"failed\"}} | did you mean \"receipt\"?",
                "{\"fail\":{\"code\":\"Nonsense\"}} | no action answers with",
                "{\"fail\":{\"code\":\"FailedOperation.SendVerifyCodeLimt\"}} | did you mean \"FailedOperation.SendVerifyCodeLimit\"?",
                "{\"match\":{\"action\":\"CreateAccount\"},\"fail\":{\"code\":\"FailedOperation.SendVerifyCodeLimit\"}} | CreateAccount never answers with",
                "{\"match\":{\"action\":\"SendVerifyCod\"},\"fail\":{\"drop\":true}} | did you mean \"SendVerifyCode\"?",
                "{\"match\":{\"action\":7},\"fail\":{\"drop\":true}} | must be a text",
                "{\"match\":{\"too\":\"1\"},\"fail\":{\"drop\":true}} | did you mean \"to\"?",
                "{\"match\":{\"to\":\"abc\"},\"fail\":{\"drop\":true}} | must be the digits",
                "{\"match\":[],\"fail\":{\"drop\":true}} | match must be a JSON object",
                "{\"match\":{\"action\":\"SendVerifyCode\"},\"fail\":{\"carrier\":\"error\"}} | matched by \"to\" alone",
                "{\"fail\":{\"drop\":true},\"times\":-1} | \"times\" must be",
                "{\"fail\":{\"drop\":true},\"times\":1000001} | \"times\" must be",
                "{\"fail\":{\"drop\":true},\"times\":\"1\"} | must be a whole number",
                "{\"fail\":{\"drop\":true},\"times\":1.5} | must be a whole number",
                "[7] | a fault must be a JSON object"
            })
    void refuses_a_fault_that_could_never_happen(String body, String reason) {
        assertThat(Developer.problem(put(body), 400)).contains(reason);
        assertThat(Developer.ok(developer.get("/dev/faults"))).isEqualTo("[]");
    }

    @Test
    void a_delay_holds_the_call_back_and_whatever_else_fits_follows() {
        put("[{\"fail\":{\"delay\":\"2s\"},\"times\":2},{\"fail\":{\"drop\":true}}]");

        assertThat(developer.faults.before("CreateAccount", "")).contains(new Drop());
        assertThat(developer.faults.before("CreateAccount", "")).contains(new Delayed());
        assertThat(developer.faults.before("CreateAccount", "")).isEmpty();
        assertThat(developer.pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"85261234568", "", "8526123456"})
    void happens_only_to_whom_it_was_chosen_for(String destination) {
        put(PUBLISHED);

        assertThat(developer.faults.before("SendVerifyCode", destination)).isEmpty();
        assertThat(developer.faults.before("CreateAccount", "85261234567")).isEmpty();
    }

    @Test
    void a_code_without_action_happens_only_where_the_action_can_answer_with_it() {
        put("{\"fail\":{\"code\":\"FailedOperation.VerificationCodeIllegal\"},\"times\":0}");

        assertThat(developer.faults.before("SendVerifyCode", "")).isEmpty();
        assertThat(developer.faults.before("CreateAccount", ""))
                .contains(new Fail("FailedOperation.VerificationCodeIllegal"));
    }

    @Test
    void times_0_happens_until_it_is_taken_away() {
        put("{\"fail\":{\"drop\":true},\"times\":0}");

        for (int i = 0; i < 50; i++) {
            assertThat(developer.faults.before("CreateAccount", "")).contains(new Drop());
        }
        developer.delete("/dev/faults");
        assertThat(developer.faults.before("CreateAccount", "")).isEmpty();
    }

    private Response put(String body) {
        return developer.ask("PUT", "/dev/faults", body);
    }
}

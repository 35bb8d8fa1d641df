package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.Countersign;
import dev.countersign.testkit.Race;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Custom tokens over the signed wire: who may read and spend one, how often and how long.
class CustomTokenTest {
    private static final String TOKEN = "mfa_idc-100000000011-d70986da-24c7-4d5f-b6bd-0d2f94a571d0";
    private static final String REFUSED = "InvalidParameter.MFATokenError: Multi-factor Token verification failed.";

    @TempDir
    Path directory;

    private Countersign server;
    private Mfa mfa;
    private String challenge = "";

    @BeforeEach
    void start() {
        server = Countersign.dev(Countersign.DevOptions.at(directory).relaxed());
        mfa = new Mfa(new DevClient(server.port()));
        mfa.protect(Mfa.ALICE, "Custom", "None");
        mfa.protect(Mfa.ROOT, "Custom", "None");
        challenge = open(Mfa.ALICE, TOKEN);
        open(Mfa.ALICE, "abc123");
        open(Mfa.ROOT, "about-the-root");
    }

    /// Opens a challenge with this token.
    ///
    /// @return the challenge's id
    private String open(long uin, String token) {
        Answer opened =
                mfa.dev("POST", "/dev/challenges", "{'uin':" + uin + ",'kind':'login','mfaToken':'" + token + "'}");
        assertThat(opened.text("mfaToken")).as(opened.text()).isEqualTo(token);
        return opened.text("id");
    }

    private String status() {
        return mfa.dev("GET", "/dev/challenges/" + challenge, "").text("status");
    }

    @AfterEach
    void stop() {
        mfa.client().close();
        server.close();
    }

    @Test
    void a_token_is_read_until_it_is_spent_and_spent_once() {
        for (int n = 0; n < 3; n++) {
            Outcome told = info(DevClient.ROOT, TOKEN);
            assertThat(told.fields()).containsOnlyKeys("Uin", "RequestId");
            assertThat(Mfa.json(told, "Uin")).isEqualTo("100000000011");
        }
        assertThat(status()).isEqualTo("pending");
        Outcome spent = consume(DevClient.ROOT, TOKEN);
        assertThat(spent.code()).isEqualTo("ok");
        assertThat(spent.fields()).containsOnlyKeys("RequestId");

        assertThat(said(consume(DevClient.ROOT, TOKEN))).isEqualTo(REFUSED);
        assertThat(said(info(DevClient.ROOT, TOKEN))).isEqualTo(REFUSED);
        assertThat(info(DevClient.ROOT, "abc123").code()).isEqualTo("ok");
    }

    @Test
    void a_token_ends_after_ten_minutes_of_the_virtual_clock() {
        mfa.client().advance("9m50s");
        assertThat(info(DevClient.ROOT, TOKEN).code()).isEqualTo("ok");
        mfa.client().advance("11s");
        assertThat(said(info(DevClient.ROOT, TOKEN))).isEqualTo(REFUSED);
        assertThat(said(consume(DevClient.ROOT, TOKEN))).isEqualTo(REFUSED);
    }

    @Test
    void whoever_it_is_about_reads_it_and_never_spends_it() {
        assertThat(info(DevClient.ALICE, TOKEN).code()).isEqualTo("ok");
        assertThat(said(consume(DevClient.ALICE, TOKEN))).isEqualTo(REFUSED);
        assertThat(said(consume(DevClient.ROOT, "about-the-root"))).isEqualTo(REFUSED);

        assertThat(consume(DevClient.ALICE, "about-the-root").code()).isEqualTo("ok");
        assertThat(consume(DevClient.ROOT, TOKEN).code()).isEqualTo("ok");
    }

    @Test
    void another_tenants_token_looks_like_none_at_all() {
        for (String token : List.of(TOKEN, "never-made", "", "x".repeat(10_000), "mfa_1000000000-a6f836f1")) {
            assertThat(said(info(DevClient.OTHER, token))).isEqualTo(REFUSED);
            assertThat(said(consume(DevClient.OTHER, token))).isEqualTo(REFUSED);
        }
        assertThat(info(DevClient.ROOT, TOKEN).code()).isEqualTo("ok");
    }

    @Test
    void of_a_hundred_at_the_same_time_one_spends_it() {
        List<String> codes = Race.of(100, n -> consume(DevClient.ROOT, TOKEN).code());

        assertThat(codes).filteredOn("ok"::equals).hasSize(1);
        assertThat(codes).filteredOn("InvalidParameter.MFATokenError"::equals).hasSize(99);
        assertThat(status()).isEqualTo("passed");
    }

    @Test
    void the_pages_example_answers_as_printed() {
        mfa.user(12_345_678, "");
        mfa.protect(12_345_678, "Custom", "None");
        open(12_345_678, "abc123");
        Outcome told = info(DevClient.ROOT, "abc123");
        assertThat(Mfa.json(told, "Uin")).isEqualTo("12345678");
    }

    @Test
    void without_a_token_the_parameter_is_missing() {
        assertThat(said(mfa.call(DevClient.ROOT, "GetCustomMFATokenInfo", "{}")))
                .isEqualTo("MissingParameter: The request is missing a required parameter `MFAToken`.");
    }

    @Test
    void whoever_may_nothing_may_neither() {
        assertThat(info(DevClient.BOB, TOKEN).code()).isEqualTo("UnauthorizedOperation");
        assertThat(consume(DevClient.BOB, TOKEN).code()).isEqualTo("UnauthorizedOperation");
    }

    private Outcome info(DevClient.Key key, String token) {
        return mfa.call(key, "GetCustomMFATokenInfo", "{'MFAToken':'" + token + "'}");
    }

    private Outcome consume(DevClient.Key key, String token) {
        return mfa.call(key, "ConsumeCustomMFAToken", "{'MFAToken':'" + token + "'}");
    }

    private static String said(Outcome outcome) {
        return outcome.code() + ": " + outcome.message();
    }
}

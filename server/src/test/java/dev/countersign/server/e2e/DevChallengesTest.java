package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.Countersign;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.testkit.wire.DevClient.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Challenges of a running dev world, over its port.
class DevChallengesTest {
    private static final String ALICE = "100000000011";

    @TempDir
    static Path directory;

    private static Countersign server;
    private static DevClient client;

    @BeforeAll
    static void start() {
        server = Countersign.dev(Countersign.DevOptions.at(directory).relaxed());
        client = new DevClient(server.port());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static void protect(String login, String operation) {
        Answer put = client.send(
                "PUT",
                "/dev/protection",
                "{\"uin\":" + ALICE + ",\"login\":\"" + login + "\",\"operation\":\"" + operation + "\"}");
        assertThat(put.status()).as(put.text()).isEqualTo(200);
    }

    private static Answer open(String more) {
        return client.send("POST", "/dev/challenges", "{\"uin\":" + ALICE + "," + more + "}");
    }

    private static Outcome token(String action, String token) {
        return client.signed(DevClient.ROOT, action, "2019-01-16", Instant.now(), "{\"MFAToken\":\"" + token + "\"}");
    }

    @Test
    void a_custom_challenge_is_passed_by_spending_the_token_that_a_developer_chose() {
        protect("Custom", "None");
        Answer opened = open("\"kind\":\"login\",\"mfaToken\":\"abc123\"");
        assertThat(opened.status()).as(opened.text()).isEqualTo(200);
        assertThat(opened.text("status")).isEqualTo("pending");
        assertThat(opened.text("method")).isEqualTo("Custom");
        assertThat(opened.text("mfaToken")).isEqualTo("abc123");
        assertThat(opened.text("url")).isEqualTo(server.endpoint() + "/challenge/" + opened.text("id"));

        assertThat(token("GetCustomMFATokenInfo", "abc123").fields()).containsKey("Uin");
        assertThat(token("ConsumeCustomMFAToken", "abc123").code()).isEqualTo("ok");
        assertThat(token("ConsumeCustomMFAToken", "abc123").code()).isEqualTo("InvalidParameter.MFATokenError");
        Answer read = client.send("GET", "/dev/challenges/" + opened.text("id"), "");
        assertThat(read.text("status")).isEqualTo("passed");
        assertThat(open("\"kind\":\"operation\"").text("status")).isEqualTo("not_required");
        assertThat(open("\"kind\":\"login\"").text("mfaToken")).startsWith("mfa_idc-" + ALICE + "-");
    }

    @Test
    void challenges_expire_by_the_virtual_clock() {
        protect("Custom", "Custom");
        Answer opened = open("\"kind\":\"operation\",\"amount\":\"100\",\"payee\":\"Bob\"");
        assertThat(opened.text("kind")).isEqualTo("operation");
        client.advance("10m");
        assertThat(client.send("GET", "/dev/challenges/" + opened.text("id"), "")
                        .text("status"))
                .isEqualTo("expired");
    }

    @Test
    void what_can_not_be_opened_says_why() {
        assertThat(open("\"kind\":\"logout\"").status()).isEqualTo(400);
        assertThat(client.send("POST", "/dev/challenges", "{\"uin\":5,\"kind\":\"login\"}")
                        .status())
                .isEqualTo(404);
        assertThat(client.send("GET", "/dev/challenges/none", "").status()).isEqualTo(404);
        assertThat(client.send("GET", "/dev/returned?challenge=1&code=2&nonce=3", "")
                        .text("code"))
                .isEqualTo("2");
    }

    @Test
    void the_keys_that_proofs_are_verified_with_are_public() {
        Answer keys = client.send("GET", "/.well-known/jwks.json", "");
        assertThat(keys.status()).isEqualTo(200);
        assertThat(keys.text()).contains("\"kty\":\"EC\"", "\"crv\":\"P-256\"").doesNotContain("\"d\"");
        assertThat(client.send("GET", "/.well-known/jwks.json", "").text()).isEqualTo(keys.text());
    }

    @Test
    void the_stand_in_exchanges_a_scans_code_once_as_wechat_does() {
        String code = client.send("POST", "/dev/wechat/scans", "{\"uin\":" + ALICE + "}")
                .text("code");
        String exchange = "/dev/wechat/access_token?appid=wxdev00000000000000&secret=dev-wechat-secret"
                + "&grant_type=authorization_code&code=";
        assertThat(client.send("GET", exchange + code, "").text("openid")).isEqualTo("dev-openid-" + ALICE);
        assertThat(client.send("GET", exchange + code, "").text("errcode")).isEqualTo("40029");
        assertThat(client.send("GET", exchange.replace("dev-wechat-secret", "x") + code, "")
                        .text("errcode"))
                .isEqualTo("40125");
    }
}

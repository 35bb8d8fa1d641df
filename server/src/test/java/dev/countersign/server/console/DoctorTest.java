package dev.countersign.server.console;

import static dev.countersign.server.console.DoctorChecksTest.id;
import static dev.countersign.server.console.ExplorerTest.element;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.gateway.signing.Outgoing;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.gateway.signing.Signed.Kind;
import dev.countersign.server.console.Signing.Wish;
import dev.countersign.testkit.wire.DevClient;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The Doctor as a browser without scripts sees it: what is pasted, and what is wrong with it.
final class DoctorTest {
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'${7*7}`";
    private static final DevClient.Key ALICE = DevClient.ALICE;

    @TempDir
    static Path directory;

    private static ConsoleWorld world;
    private static Signing signing;

    @BeforeAll
    static void start() {
        world = new ConsoleWorld(directory);
        signing = new Signing(world.client, host());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static String host() {
        return world.base().substring("http://".length());
    }

    private static Wish wish(String scheme, String method) {
        Scheme chosen = Scheme.named(scheme).orElseThrow();
        boolean tencent = Scheme.of("tencent").contains(chosen);
        return new Wish(
                chosen,
                method,
                ALICE,
                tencent
                        ? new Outgoing.Asked("SendVerifyCode", "2022-09-28", "intlpartnersmgt")
                        : new Outgoing.Asked("AssumeRole", "2015-04-01", "sts"),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                "12345",
                tencent
                        ? Map.of("CountryCode", "852", "PhoneNum", "61234567")
                        : Map.of("RoleArn", "a b", "RoleSessionName", "c"));
    }

    private static String examine(String request, String theirs) {
        return world.post(
                        "/console/doctor",
                        Form.write(List.of(new Pair("request", request), new Pair("theirs", theirs))))
                .text();
    }

    @ParameterizedTest
    @CsvSource({
        "tc3, POST",
        "tc3, GET",
        "v1-sha1, GET",
        "v1-sha256, POST",
        "acs3, POST",
        "acs3, GET",
        "rpc-v1, POST",
        "rpc-v1, GET"
    })
    void a_good_request_fits_in_every_scheme_as_curl_and_as_http(String scheme, String method) {
        Signed call = signing.sign(wish(scheme, method));
        String body = call.body().toUtf8();
        for (String pasted : List.of(Signing.written(call, body), Signing.curl(call, host(), body))) {
            String page = examine(pasted, "");
            assertThat(page).as(pasted).contains("The signature fits");
            assertThat(element(page, "ours-string")).isEqualTo(call.step(Kind.STRING_TO_SIGN));
        }
    }

    @ParameterizedTest
    @CsvSource({"tc3, POST", "v1-sha1, GET", "acs3, POST", "rpc-v1, GET"})
    void another_keys_secret_is_found_out(String scheme, String method) {
        DevClient.Key mixed = new DevClient.Key(ALICE.id(), DevClient.BOB.secret());
        Signed call = signing.sign(wish(scheme, method).key(mixed));
        assertThat(examine(Signing.written(call, call.body().toUtf8()), ""))
                .contains("Refused by: Signature", "with the secret of another key", DevClient.BOB.id())
                .contains("Both are the same");
        DevClient.Key blank = new DevClient.Key(ALICE.id(), ALICE.secret() + "\n");
        call = signing.sign(wish(scheme, method).key(blank));
        assertThat(examine(Signing.written(call, call.body().toUtf8()), "")).contains("a blank or a line feed");
    }

    @Test
    void a_body_that_was_changed_is_found_and_the_difference_marked() {
        Signed call = signing.sign(wish("tc3", "POST"));
        String page = examine(Signing.curl(call, host(), call.body().toUtf8() + "\n"), "");
        assertThat(page).contains("What is wrong", "The body was changed after it was signed", "<mark>");
        assertThat(element(page, "difference-canonical")).startsWith("First difference: line 8, character ");
        page = examine(Signing.written(signing.sign(wish("acs3", "POST")), "RoleArn=other"), "");
        assertThat(page).contains("x-acs-content-sha256 says ", "Refused by: Signature");
    }

    @Test
    void a_host_without_its_port_is_found() {
        Signed call = new Signing(world.client, "127.0.0.1").sign(wish("acs3", "POST"));
        String page = examine(Signing.curl(call, host(), call.body().toUtf8()), "");
        assertThat(page).contains("The signed Host is not the one that was sent");
        assertThat(element(page, "theirs-canonical")).isNotEmpty();
    }

    @Test
    void what_the_client_signed_is_laid_beside_what_the_server_signs() {
        Signed call = signing.sign(wish("tc3", "POST").key(new DevClient.Key(ALICE.id(), "nobody-has-this")));
        String request = Signing.written(call, call.body().toUtf8());
        String canonical = call.step(Kind.CANONICAL_REQUEST);
        String page = examine(request, canonical.replace("content-type:application/json", "content-type:text/plain"));
        assertThat(element(page, "difference-canonical")).isEqualTo("First difference: line 4, character 14");
        assertThat(page).contains("What is likely wrong", "The signed Content-Type is not the one that was sent");
        page = examine(request, call.step(Kind.STRING_TO_SIGN) + "\r\n");
        assertThat(page).contains("id=\"same-string\"").doesNotContain("id=\"same-canonical\"");
        assertThat(page).contains("The secret: it may belong to another key");
    }

    @Test
    void an_old_request_is_said_to_be_old_and_examined_all_the_same() {
        Wish old = wish("tc3", "POST").at(Instant.parse("2020-01-02T03:04:05Z"));
        Signed call = signing.sign(old);
        assertThat(examine(Signing.written(call, call.body().toUtf8()), ""))
                .contains("id=\"aged\"", "which is too long to be accepted now", "The signature fits");
    }

    @Test
    void what_comes_before_the_signature_is_named() {
        Signed call = signing.sign(wish("tc3", "POST"));
        assertThat(examine(Signing.written(call, "{"), "")).contains("Refused by: Form");
        assertThat(examine("GET /nothing HTTP/1.1\nHost: x\n\n", "")).contains("Refused by: Recognition");
        assertThat(examine("curl http://x/v1/verifications -H 'Authorization: Bearer csk_dev_root' --json '{}'", ""))
                .contains("id=\"open\"");
        Signed stranger = signing.sign(wish("acs3", "POST").key(new DevClient.Key("AKIDnobody", "x")));
        String page = examine(Signing.written(stranger, stranger.body().toUtf8()), "");
        assertThat(page).contains("Refused by: Key");
        assertThat(element(page, "ours-canonical")).isEqualTo(stranger.step(Kind.CANONICAL_REQUEST));
    }

    @Test
    void what_can_not_be_read_is_said_beside_the_field_and_kept() {
        String page = examine("curl 'http://x", "mine");
        assertThat(page).contains("id=\"request-wrong\"", "is not closed", ">\ncurl 'http://x<", ">\nmine<");
        assertThat(examine("", "")).contains("Paste a request.");
        assertThat(examine("x".repeat(70_000), "")).contains("Paste at most 65536 characters.");
        assertThat(examine("x".repeat(300_000), "")).contains("Paste at most 65536 characters.");
        assertThat(examine("GET / HTTP/1.1\n", "y".repeat(70_000))).contains("id=\"theirs-wrong\"");
        String odd = world.get("/console/doctor?id=not-an-id").text();
        assertThat(odd).contains("id=\"id-wrong\"", "value=\"not-an-id\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void no_text_becomes_markup(String language) {
        String cookie = "countersign_lang=" + language;
        Signed call = signing.sign(wish("tc3", "POST").action(HOSTILE.replace("\"", ""), "2022-09-28"));
        String curl = "curl 'http://h/' -H 'User-Agent: " + HOSTILE.replace("'", "") + "' -H 'X-TC-Action: "
                + HOSTILE.replace("'", "") + "' --data-raw '" + HOSTILE.replace("'", "") + "'";
        for (String pasted : List.of(
                HOSTILE,
                "curl " + HOSTILE,
                "curl -Z" + HOSTILE,
                curl,
                "GET /" + HOSTILE.replace(" ", "") + " HTTP/1.1\n\n",
                "POST / HTTP/1.1\n" + HOSTILE + "\n\n",
                Signing.written(call, HOSTILE))) {
            String page = examine(pasted, HOSTILE);
            assertThat(page).as(pasted).doesNotContain("<script>alert", "<img src=x");
        }
        DevClient client = world.client;
        String agent = "<script>alert(1)</script>";
        String id = id(client.send(
                "POST",
                "/",
                "{}",
                "X-TC-Action",
                agent,
                "X-TC-Version",
                agent,
                "User-Agent",
                agent,
                "X-TC-Timestamp",
                "1",
                "Authorization",
                "TC3-HMAC-SHA256 Credential=" + agent + "/2020-01-01/x/tc3_request, SignedHeaders=host, Signature=0"));
        assertThat(world.get("/console/doctor?id=" + id, "Cookie", cookie).text())
                .doesNotContain("<script>alert");
        assertThat(world.get("/console/doctor?id=" + Form.encoded(HOSTILE), "Cookie", cookie)
                        .text())
                .doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void the_explorers_answer_leads_here() {
        String page = world.post(ExplorerTest.SEND, "key=bob&do=call&p.CountryCode=852&p.PhoneNum=61234567")
                .text();
        String id = element(page, "request-id");
        assertThat(page).contains("href=\"/console/doctor?id=" + id + "\"");
        assertThat(world.get("/console/doctor?id=" + id).text())
                .contains("Refused by: Permission", "What the code means:", "intlpartnersmgt:SendVerifyCode");
    }

    @Test
    void nothing_that_is_pasted_is_taken_for_a_form_of_another_site() {
        assertThat(world.client
                        .send(
                                "POST",
                                "/console/doctor",
                                "request=x",
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Origin",
                                "http://evil.test")
                        .status())
                .isEqualTo(403);
    }
}

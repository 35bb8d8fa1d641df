package dev.countersign.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.signing.Outgoing;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.server.Countersign;
import dev.countersign.server.Countersign.DevOptions;
import dev.countersign.server.console.Signing.Wish;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.value.RequestId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A refusal by each check of both wires' orders, and of our own API's, is explained with the right name. The
/// clock stands still, so that calls a second are counted without an end.
final class DoctorChecksTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final DevClient.Key NOBODY = new DevClient.Key("AKIDnobody", "x");
    private static final DevClient.Key GHOST = new DevClient.Key("XXIDnobody", "x");
    private static final DevClient.Key LIAR = new DevClient.Key(DevClient.ROOT.id(), "not-the-secret");
    private static final DevClient.Key TOKENED =
            new DevClient.Key(DevClient.ROOT.id(), DevClient.ROOT.secret(), "a-token");
    private static final String SERVED = "CountryCode";

    @TempDir
    static Path directory;

    private static Countersign server;
    private static DevClient client;
    private static Signing signing;
    private static int nonces;

    @BeforeAll
    static void start() {
        server = Countersign.dev(DevOptions.at(directory).given(() -> NOW, RequestId.from(new Random(6))));
        client = new DevClient(server.port());
        signing = new Signing(client, "127.0.0.1:" + server.port());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static String nonce() {
        return Integer.toString(++nonces);
    }

    private static Wish tencent() {
        return new Wish(
                Scheme.TC3,
                "POST",
                DevClient.ROOT,
                new Outgoing.Asked("SendVerifyCode", "2022-09-28", "intlpartnersmgt"),
                NOW,
                nonce(),
                Map.of(SERVED, "852", "PhoneNum", "61234567"));
    }

    private static Wish alibaba() {
        return new Wish(
                Scheme.ACS3,
                "POST",
                DevClient.ROOT,
                new Outgoing.Asked("GetMigrationVerifyCode", "2020-06-06", "cams"),
                NOW,
                nonce(),
                Map.of(
                        "CustSpaceId",
                        "cams-dev-1",
                        "CountryCode",
                        "852",
                        "PhoneNumber",
                        "61234567",
                        "Locale",
                        "en_US",
                        "Method",
                        "SMS"));
    }

    /// The id in an answer; each has one.
    static String id(Answer answer) {
        Matcher found = ID.matcher(answer.text() + " " + answer.headers());
        assertThat(found.find()).as(answer.text()).isTrue();
        return found.group();
    }

    private static void refuses(Answer answer, String check, String name, Set<String> seen) {
        String id = id(answer);
        Answer told = client.send("GET", "/dev/requests/" + id, "");
        assertThat(told.text("check")).as(told.text() + answer.text()).isEqualTo(check);
        assertThat(told.text("id")).isEqualTo(id);
        String page = client.send("GET", "/console/doctor?id=" + id, "").text();
        assertThat(page).contains("Refused by: " + name + "<", id, "How to set it right");
        assertThat(told.text()).doesNotContain("61234567", "not-the-secret", "a-token");
        seen.add(check);
    }

    @Test
    void each_check_of_the_tencent_wire_is_named() {
        Set<String> seen = new HashSet<>();
        Signed good = signing.sign(tencent());
        refuses(signing.send("PUT", "/", good.body().toUtf8(), good), "method", "Method", seen);
        refuses(signing.send("GET", "/?" + "a".repeat(33_000), "", good), "size", "Size", seen);
        refuses(signing.send("POST", "/", "{", good), "parse", "Form", seen);
        refuses(client.send("POST", "/", "{}", "X-TC-Action", "SendVerifyCode"), "common", "Common parameters", seen);
        refuses(signing.send(tencent().action("SendVerfyCode", "2022-09-28")), "action", "Action and version", seen);
        refuses(signing.send(tencent().action("SendVerifyCode", "2001-01-01")), "action", "Action and version", seen);
        refuses(signing.send(tencent().at(NOW.minusSeconds(3600))), "timestamp", "Time stamp", seen);
        refuses(signing.send(tencent().key(NOBODY)), "key", "Key", seen);
        refuses(signing.send(tencent().key(GHOST)), "key", "Key", seen);
        refuses(signing.send(tencent().key(LIAR)), "signature", "Signature", seen);
        refuses(signing.send(tencent().key(TOKENED)), "token", "Security token", seen);
        Wish who = tencent().action("GetCallerIdentity", "2018-08-13").with();
        for (int i = 0; i < 20; i++) {
            signing.send(who);
        }
        refuses(signing.send(who), "rate", "Calls a second", seen);
        refuses(signing.send(tencent().key(DevClient.BARE)), "subscription", "Subscription", seen);
        refuses(signing.send(tencent().key(DevClient.BOB)), "permission", "Permission", seen);
        refuses(signing.send(tencent().with("PhoneNum", "61234567")), "parameters", "Parameters", seen);
        refuses(
                signing.send(tencent().with(SERVED, "86", "PhoneNum", "13800138000")),
                "business",
                "The action’s own rules",
                seen);
        String rules = "{\"protectsCalls\":%s,\"forcesLogin\":false,\"forcesOperation\":false,\"returnTo\":[]}";
        client.rest("PUT", "/v1/tenant/rules", rules.formatted(true));
        Wish removal = tencent().action("DeleteUser", "2019-01-16").with("Name", "bob");
        refuses(signing.send(removal), "factor", "Second factor", seen);
        client.rest("PUT", "/v1/tenant/rules", rules.formatted(false));
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "method",
                        "size",
                        "parse",
                        "common",
                        "action",
                        "timestamp",
                        "key",
                        "signature",
                        "token",
                        "rate",
                        "subscription",
                        "permission",
                        "factor",
                        "parameters",
                        "business");
    }

    @Test
    void each_check_of_the_alibaba_wire_is_named() {
        Set<String> seen = new HashSet<>();
        Signed good = signing.sign(alibaba());
        refuses(signing.send("PUT", "/", good.body().toUtf8(), good), "method", "Method", seen);
        refuses(signing.send("POST", "/?" + "a".repeat(33_000), "", good), "size", "Size", seen);
        refuses(signing.send("POST", "/?A=1&A=2", "", good), "parse", "Form", seen);
        refuses(signing.send(alibaba().action("Nothing", "2020-06-06")), "action", "Action and version", seen);
        Answer nameless = client.send("POST", "/", "", "x-acs-version", "2020-06-06");
        assertThat(client.send("GET", "/console/doctor?id=" + id(nameless), "").text())
                .contains("Refused by: Action and version<");
        refuses(
                client.send("POST", "/", "", "x-acs-action", "GetMigrationVerifyCode", "x-acs-version", "2020-06-06"),
                "common",
                "Common parameters",
                seen);
        refuses(signing.send(alibaba().at(NOW.minusSeconds(7200))), "timestamp", "Time stamp", seen);
        refuses(signing.send(alibaba().key(NOBODY)), "key", "Key", seen);
        refuses(signing.send(alibaba().key(TOKENED)), "token", "Security token", seen);
        refuses(signing.send(alibaba().key(LIAR)), "signature", "Signature", seen);
        refuses(signing.send("POST", "/", good.body().toUtf8() + "&x=1", good), "signature", "Signature", seen);
        Wish who = alibaba().action("GetCallerIdentity", "2015-04-01").with();
        Signed once = signing.sign(who);
        signing.send(once);
        refuses(signing.send(once), "nonce", "Nonce", seen);
        for (int i = 0; i < 120; i++) {
            signing.send(who.nonce(nonce()));
        }
        refuses(signing.send(who.nonce(nonce())), "rate", "Calls a second", seen);
        refuses(signing.send(alibaba().key(DevClient.BARE)), "subscription", "Subscription", seen);
        refuses(signing.send(alibaba().key(DevClient.BOB)), "permission", "Permission", seen);
        refuses(signing.send(alibaba().with("CustSpaceId", "cams-dev-1")), "parameters", "Parameters", seen);
        refuses(signing.send(alibaba()), "business", "The action’s own rules", seen);
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "method",
                        "size",
                        "parse",
                        "action",
                        "common",
                        "timestamp",
                        "key",
                        "token",
                        "signature",
                        "nonce",
                        "rate",
                        "subscription",
                        "permission",
                        "parameters",
                        "business");
    }

    @Test
    void our_own_api_and_what_nobody_speaks_are_named_too() {
        Set<String> seen = new HashSet<>();
        String start = "/v1/verifications";
        refuses(client.rest("GET", "/v1/nothing-here", ""), "action", "Action and version", seen);
        refuses(client.rest("PATCH", start, "{}"), "method", "Method", seen);
        refuses(client.rest("POST", start, "{"), "parse", "Form", seen);
        refuses(client.send("POST", start, "{}", "Authorization", "Bearer csk_nobody"), "key", "Key", seen);
        refuses(client.rest("POST", start, "{}"), "parameters", "Parameters", seen);
        refuses(client.send("GET", "/nothing", ""), "recognition", "Recognition", seen);
    }

    @Test
    void a_failure_that_a_developer_chose_is_named_as_one() {
        client.send(
                "PUT",
                "/dev/faults",
                "{\"match\":{\"action\":\"GetTradeConfigList\"},\"fail\":{\"code\":\"InternalError\"}}");
        refuses(
                signing.send(
                        tencent().action("GetTradeConfigList", "2022-09-28").with()),
                "chosen",
                "A chosen failure",
                new HashSet<>());
        client.send("DELETE", "/dev/faults", "");
    }

    @Test
    void a_success_says_so_and_shows_what_came() {
        Answer done = signing.send(tencent().key(DevClient.OTHER).with(SERVED, "852", "PhoneNum", "61239001"));
        assertThat(DevClient.outcome(done).code()).isEqualTo("ok");
        Answer told = client.send("GET", "/dev/requests/" + id(done), "");
        assertThat(told.text("code")).isEqualTo("ok");
        assertThat(told.text("action")).isEqualTo("SendVerifyCode");
        assertThat(told.text("keyId")).isEqualTo(DevClient.OTHER.id());
        assertThat(told.text("source")).isEqualTo("127.0.0.1");
        assertThat(told.text()).doesNotContain("check", "61239001", client.nextCode("85261239001"));
        assertThat(client.send("GET", "/console/doctor?id=" + id(done), "").text())
                .contains("Succeeded", "SendVerifyCode", DevClient.OTHER.id())
                .doesNotContain("Refused by");
    }

    @Test
    void a_refused_signature_keeps_what_the_server_signed_without_values() {
        for (Wish wish : List.of(
                tencent().key(LIAR),
                new Wish(
                        Scheme.TENCENT_V1_SHA256,
                        "GET",
                        LIAR,
                        tencent().asked(),
                        NOW,
                        nonce(),
                        tencent().parameters()),
                alibaba().key(LIAR),
                new Wish(
                        Scheme.ALIBABA_V1,
                        "GET",
                        LIAR,
                        alibaba().asked(),
                        NOW,
                        nonce(),
                        alibaba().parameters()))) {
            Answer told = client.send("GET", "/dev/requests/" + id(signing.send(wish)), "");
            assertThat(told.text("stringToSign")).as(told.text()).isNotEmpty();
            assertThat(told.text("check")).isEqualTo("signature");
            assertThat(told.text()).doesNotContain("61234567");
        }
    }

    @Test
    void an_unknown_id_says_how_far_the_journal_reaches_back() {
        String unknown = "00000000-0000-4000-8000-000000000000";
        Answer told = client.send("GET", "/dev/requests/" + unknown, "");
        assertThat(told.status()).isEqualTo(404);
        assertThat(told.text()).contains("reaches back to " + NOW);
        assertThat(client.send("GET", "/console/doctor?id=" + unknown, "").text())
                .contains("no request of this id", "It reaches back to " + NOW, "of at most 20000");
    }
}

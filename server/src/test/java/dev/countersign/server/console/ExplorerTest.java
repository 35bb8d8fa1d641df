package dev.countersign.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The Explorer as a browser without scripts sees it.
final class ExplorerTest {
    static final String SEND = "/console/explorer/tencent/intlpartnersmgt/2022-09-28/SendVerifyCode";
    private static final String WHO = "/console/explorer/tencent/sts/2018-08-13/GetCallerIdentity";
    private static final String ALIBABA_WHO = "/console/explorer/alibaba/sts/2015-04-01/GetCallerIdentity";
    private static final String START = "/console/explorer/rest/countersign/v1/StartVerification";
    private static final String MANY = "/console/explorer/tencent/intlpartnersmgt/2022-09-28/DescribeCustomerInfo";
    private static final Pattern ADDRESS = Pattern.compile("href=\"(/console/explorer/[a-z]+/[^\"?]+)\"");
    private static final Pattern HEADER =
            Pattern.compile("<tr><th scope=\"row\"><code>([^<]+)</code></th><td><code>([^<]*)</code></td></tr>");
    private static final HexFormat HEX = HexFormat.of();
    private static final String ALICE_SECRET = DevClient.ALICE.secret();
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'${7*7}`";

    @TempDir
    static Path directory;

    private static ConsoleWorld world;

    @BeforeAll
    static void start() {
        world = new ConsoleWorld(directory);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    /// The headers that the page shows of an answer, by name.
    private static Map<String, String> headers(String page) {
        Map<String, String> headers = new HashMap<>();
        HEADER.matcher(page).results().forEach(one -> headers.put(one.group(1), one.group(2)));
        return headers;
    }

    private static String form(String... namesAndValues) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(new Pair(namesAndValues[i], namesAndValues[i + 1]));
        }
        return Form.write(pairs);
    }

    private static List<String> addresses(String page) {
        return ADDRESS.matcher(page)
                .results()
                .map((MatchResult one) -> one.group(1))
                .toList();
    }

    /// The text of the element of that id, which holds nothing but text.
    static String element(String page, String id) {
        Matcher found = Pattern.compile("id=\"" + Pattern.quote(id) + "\"[^>]*>([^<]*)<")
                .matcher(page);
        return found.find()
                ? found.group(1)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&#34;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&")
                : "";
    }

    @Test
    void every_action_that_runs_is_listed_once_and_has_a_page_in_both_languages() {
        List<String> addresses = addresses(world.get("/console/explorer").text());
        assertThat(addresses).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        for (String address : addresses) {
            for (String language : List.of("en", "zh")) {
                Answer page = world.get(address, "Cookie", "countersign_lang=" + language);
                assertThat(page.status()).as(address).isEqualTo(200);
                assertThat(page.text())
                        .as(address)
                        .contains("id=\"text-java\"", "id=\"text-curl\"", "id=\"text-python\"", "id=\"text-csharp\"");
            }
            assertThat(world.get(address + "?fill=all").status()).as(address).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sendverify, SendVerifyCode",
        "verifications+channel, StartVerification",
        "UnSupportArea, SendVerifyCode",
        "PhoneNum, CreateAccount",
        "alibaba+assume, AssumeRole"
    })
    void an_action_is_found_by_name_text_parameter_or_code(String wanted, String action) {
        List<String> found =
                addresses(world.get("/console/explorer?q=" + wanted).text());
        assertThat(found).anyMatch(address -> address.endsWith("/" + action)).hasSizeLessThan(50);
    }

    @Test
    void a_name_comes_before_what_only_mentions_it() {
        assertThat(addresses(world.get("/console/explorer?q=createaccount").text())
                        .getFirst())
                .endsWith("/CreateAccount");
    }

    @Test
    void nothing_found_says_what_to_do_next() {
        assertThat(world.get("/console/explorer?q=" + Form.encoded(HOSTILE)).text())
                .contains("No action is like that", "Show all actions")
                .doesNotContain("<script>alert", "<img src=x");
    }

    @ParameterizedTest
    @CsvSource({"tc3, POST", "tc3, GET", "v1-sha1, POST", "v1-sha1, GET", "v1-sha256, POST", "v1-sha256, GET"})
    void tencents_schemes_are_believed_by_the_wire(String scheme, String method) {
        Answer called = world.post(WHO, form("scheme", scheme, "method", method, "key", "alice", "do", "call"));
        assertThat(element(called.text(), "body")).contains("\"Arn\": \"qcs::cam:100000000001:uin/100000000011\"");
        assertThat(called.text()).contains(">OK<", "HTTP 200");
    }

    @ParameterizedTest
    @CsvSource({"acs3, POST", "acs3, GET", "rpc-v1, POST", "rpc-v1, GET"})
    void alibabas_schemes_are_believed_by_the_wire(String scheme, String method) {
        Answer called = world.post(ALIBABA_WHO, form("scheme", scheme, "method", method, "key", "alice", "do", "call"));
        assertThat(element(called.text(), "body")).contains("acs:ram::1000000000000001:user/alice");
    }

    @Test
    void our_own_api_answers_with_status_and_request_id() {
        Answer called = world.post(
                START,
                form(
                        "scheme",
                        "bearer",
                        "p.to",
                        "+85261239999",
                        "p.channel",
                        "sms",
                        "p.purpose",
                        "login",
                        "do",
                        "call"));
        assertThat(called.text()).contains("HTTP 201");
        assertThat(element(called.text(), "body")).contains("\"status\": \"pending\"");
        assertThat(element(called.text(), "request-id")).isNotEmpty();
        assertThat(world.client.nextCode("85261239999")).hasSize(6);
    }

    @Test
    void an_answer_is_shown_with_its_headers() {
        String own = world.post(
                        "/console/explorer/rest/countersign/v1/GetTenantRules", form("scheme", "bearer", "do", "call"))
                .text();
        assertThat(headers(own))
                .containsEntry("content-type", "application/json")
                .containsEntry("x-request-id", element(own, "request-id"))
                .containsKeys("content-length", "date");
        String alibaba =
                world.post(ALIBABA_WHO, form("scheme", "acs3", "do", "call")).text();
        assertThat(headers(alibaba)).containsEntry("x-acs-request-id", element(alibaba, "request-id"));
        String tencent = world.post(WHO, form("scheme", "tc3", "do", "call")).text();
        assertThat(headers(tencent)).containsEntry("content-type", "application/json");
        assertThat(headers(world.get(WHO).text())).isEmpty();
    }

    @Test
    void a_refusal_is_the_wires_own_and_stands_beside_its_field() {
        Answer refused = world.post(SEND, form("scheme", "tc3", "p.CountryCode", "852", "p.Wrong", "1", "do", "call"));
        assertThat(refused.text())
                .contains(">Refused<", "MissingParameter", "id=\"p-PhoneNum-wrong\"", "value=\"852\"");
        Answer denied = world.post(
                SEND,
                form("scheme", "tc3", "key", "bob", "p.CountryCode", "852", "p.PhoneNum", "61230000", "do", "call"));
        assertThat(denied.text()).contains("UnauthorizedOperation", "value=\"61230000\"");
        assertThat(denied.text()).contains("<option value=\"bob\" selected>");
    }

    @Test
    void what_cant_be_sent_is_told_beside_the_field_and_nothing_is_called() {
        Answer wrong = world.post(MANY, form("scheme", "tc3", "p.CustomerUin", "[1,", "at", "yesterday", "do", "call"));
        assertThat(wrong.text())
                .contains("Type one item a line", ">[1,</textarea>", "Type seconds since 1970", "value=\"yesterday\"")
                .contains("No call was made yet");
        Answer nonce = world.post(ALIBABA_WHO, form("scheme", "acs3", "nonce", "a b", "do", "call"));
        assertThat(nonce.text()).contains("visible ASCII", "No call was made yet");
        Answer lines = world.post(MANY, form("scheme", "tc3", "p.CustomerUin", "1\n 2 \n", "do", "show"));
        assertThat(element(lines.text(), "request")).contains("{\"CustomerUin\":[1,2]}");
    }

    /// What the page fills in works in the world that it is shown in.
    @Test
    void the_examples_of_numbers_name_a_space_that_the_world_has() {
        Answer shown = world.get("/console/explorer/alibaba/cams/2020-06-06/CreateChatappMigrationInitiate");
        assertThat(shown.text()).contains("value=\"cams-dev-1\"");
        Answer called = world.post(
                "/console/explorer/alibaba/cams/2020-06-06/QueryChatappPhoneNumbers",
                form("scheme", "acs3", "p.CustSpaceId", "cams-dev-1", "do", "call"));
        assertThat(element(called.text(), "body")).contains("\"Code\": \"OK\"");
    }

    @Test
    void a_code_shows_its_status_where_the_wire_has_more_than_one() {
        assertThat(world.get(SEND).text())
                .contains("FailedOperation.SendVerifyCodeLimit60")
                .doesNotContain(">HTTP 4");
        assertThat(world.get(START).text()).contains(">HTTP 429<", ">HTTP 401<");
        assertThat(world.get(ALIBABA_WHO).text()).contains(">HTTP 403<");
    }

    @Test
    void an_old_time_and_a_used_nonce_are_refused_by_the_wire_itself() {
        Answer old = world.post(WHO, form("scheme", "tc3", "at", "1551113065", "do", "call"));
        assertThat(element(old.text(), "body")).contains("AuthFailure.SignatureExpire");
        String form = form("scheme", "acs3", "nonce", "used-once", "do", "call");
        assertThat(world.post(ALIBABA_WHO, form).text()).contains("HTTP 200");
        assertThat(element(world.post(ALIBABA_WHO, form).text(), "body")).contains("SignatureNonceUsed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1551113065", "2019-02-25T16:44:25Z"})
    void a_typed_time_is_what_is_signed(String at) {
        String page =
                world.post(WHO, form("scheme", "tc3", "at", at, "do", "show")).text();
        assertThat(element(page, "step-StringToSign"))
                .startsWith("TC3-HMAC-SHA256\n1551113065\n2019-02-25/sts/tc3_request\n");
        assertThat(element(page, "step-kSigning")).hasSize(64);
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
    void each_step_is_what_the_server_computes(String scheme, String method) {
        boolean alibaba = scheme.equals("acs3") || scheme.equals("rpc-v1");
        String address = alibaba ? "/console/explorer/alibaba/sts/2015-04-01/AssumeRole" : SEND;
        String page = world.post(
                        address,
                        form(
                                "scheme",
                                scheme,
                                "method",
                                method,
                                "key",
                                "alice",
                                "p.CountryCode",
                                "852",
                                "p.PhoneNum",
                                "61 2~*'(é",
                                "p.RoleArn",
                                "acs:ram::1:role/x",
                                "p.RoleSessionName",
                                "a b",
                                "do",
                                "show"))
                .text();
        String signature = element(page, "step-Signature");
        String wrong = (signature.startsWith("A") ? "B" : "A") + signature.substring(1);
        String refused = sent(element(page, "request")
                .replace(signature, wrong)
                .replace(Form.encoded(signature), Form.encoded(wrong)));
        String told = refused.replace("\\n", "\n").replace("\\\"", "\"");
        assertThat(told)
                .contains(element(page, "step-StringToSign"))
                .containsPattern("Signature(Failure|DoesNotMatch)|IncompleteSignature");
        assertThat(told).contains(element(page, "step-CanonicalRequest"));
    }

    /// As each cloud's pages describe it, without any code of ours.
    @Test
    void keys_derived_for_version_3_are_those_that_the_description_leads_to() throws GeneralSecurityException {
        String page = world.post(WHO, form("scheme", "tc3", "key", "alice", "at", "1551113065", "do", "show"))
                .text();
        byte[] date = mac("HmacSHA256", utf8("TC3" + ALICE_SECRET), "2019-02-25");
        byte[] service = mac("HmacSHA256", date, "sts");
        byte[] signing = mac("HmacSHA256", service, "tc3_request");
        assertThat(element(page, "step-kDate")).isEqualTo(HEX.formatHex(date));
        assertThat(element(page, "step-kService")).isEqualTo(HEX.formatHex(service));
        assertThat(element(page, "step-kSigning")).isEqualTo(HEX.formatHex(signing));
        String signature = HEX.formatHex(mac("HmacSHA256", signing, element(page, "step-StringToSign")));
        assertThat(element(page, "step-Signature")).isEqualTo(signature);
        assertThat(element(page, "request")).contains("Signature=" + signature);
    }

    @ParameterizedTest
    @CsvSource({
        "v1-sha1, HmacSHA1, '', base64",
        "v1-sha256, HmacSHA256, '', base64",
        "acs3, HmacSHA256, '', hex",
        "rpc-v1, HmacSHA1, &, base64"
    })
    void other_signatures_are_the_string_to_sign_under_the_secret(
            String scheme, String algorithm, String behind, String written) throws GeneralSecurityException {
        String address = scheme.startsWith("v1-") ? WHO : ALIBABA_WHO;
        String page = world.post(address, form("scheme", scheme, "key", "alice", "do", "show"))
                .text();
        byte[] signature = mac(algorithm, utf8(ALICE_SECRET + behind), element(page, "step-StringToSign"));
        assertThat(element(page, "step-Signature"))
                .isEqualTo(
                        written.equals("hex")
                                ? HEX.formatHex(signature)
                                : Base64.getEncoder().encodeToString(signature));
        assertThat(page).doesNotContain("data-kind=\"derived-key\"");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mac(String algorithm, byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return mac.doFinal(utf8(text));
    }

    /// The specs are written in English: a Chinese page says so to screen readers, and has all else in Chinese.
    @Test
    void english_on_a_chinese_page_is_marked_as_english() {
        for (String address : List.of(SEND, ALIBABA_WHO, START, WHO)) {
            String english = world.get(address).text();
            String chinese = world.get(address, "Cookie", "countersign_lang=zh").text();
            Matcher summary = Pattern.compile("</div>\\s*<p>\\s*<span>(.+?)</span>\\s*</p>", Pattern.DOTALL)
                    .matcher(english);
            assertThat(summary.find()).as(address).isTrue();
            assertThat(chinese).as(address).contains("<span lang=\"en\">" + summary.group(1) + "</span>");
            assertThat(english).as(address).doesNotContain("lang=\"en\">" + summary.group(1));
            Pattern.compile("-about\">\\s*<span>")
                    .matcher(english)
                    .results()
                    .forEach(one -> assertThat(chinese)
                            .as(address)
                            .containsPattern("-about\">\\s*<span lang=\"en\">")
                            .doesNotContainPattern("-about\">\\s*<span>"));
            assertThat(chinese)
                    .as(address)
                    .doesNotContain("tenant dev", "may do", "every scope", "calls nothing", ", root");
            assertThat(english).as(address).contains("tenant dev");
        }
        assertThat(world.get(ALIBABA_WHO, "Cookie", "countersign_lang=zh").text())
                .contains("<dd lang=\"en\">", "root – 租户 dev，根账号");
        assertThat(world.get(SEND, "Cookie", "countersign_lang=zh").text()).containsPattern("<dd>[^<]*\\p{IsHan}");
        assertThat(world.get("/console/explorer", "Cookie", "countersign_lang=zh")
                        .text())
                .contains("<span class=\"soft\"><span lang=\"en\">")
                .doesNotContain("<span class=\"soft\"><span>");
    }

    /// What a request that the page shows is answered with.
    private static String sent(String request) {
        String[] parts = request.split("\n\n", 2);
        List<String> lines = parts[0].lines().toList();
        List<String> headers = new ArrayList<>();
        lines.stream().skip(1).filter(line -> !line.startsWith("Host:")).forEach(line -> {
            headers.add(line.substring(0, line.indexOf(':')));
            headers.add(line.substring(line.indexOf(':') + 2));
        });
        String[] first = lines.getFirst().split(" ");
        return world.client
                .send(first[0], first[1], parts[1], headers.toArray(String[]::new))
                .text();
    }

    @Test
    void the_link_opens_the_same_call_without_secrets() {
        Answer shown = world.post(
                "/console/explorer/tencent/cam/2019-01-16/AddUser",
                form(
                        "scheme",
                        "v1-sha256",
                        "method",
                        "GET",
                        "key",
                        "alice",
                        "p.Name",
                        "a&b=c",
                        "p.Password",
                        "Secret123!",
                        "at",
                        "1551113065",
                        "do",
                        "show"));
        Matcher link = Pattern.compile("data-link=\"([^\"]+)\"").matcher(shown.text());
        assertThat(link.find()).isTrue();
        String address = link.group(1).replace("&amp;", "&");
        assertThat(address).doesNotContain("Secret123", "dev-alice", "1551113065", "ignature=");
        String again = world.get(address).text();
        assertThat(again)
                .contains("value=\"a&amp;b=c\"", "<option value=\"alice\" selected>")
                .contains("<option value=\"v1-sha256\" selected>", "<option value=\"GET\" selected>")
                .doesNotContain("Secret123");
    }

    @Test
    void what_a_stranger_types_never_becomes_markup() {
        for (String address : List.of(SEND, START, ALIBABA_WHO, MANY)) {
            Set<String> names = new HashSet<>(List.of("at", "nonce", "key", "method"));
            Pattern.compile("name=\"(p\\.[^\"]+)\"")
                    .matcher(world.get(address).text())
                    .results()
                    .forEach(one -> names.add(one.group(1)));
            List<Pair> all = new ArrayList<>();
            names.forEach(name -> all.add(new Pair(name, HOSTILE)));
            for (String more : List.of("call", "show")) {
                List<Pair> sent = new ArrayList<>(all);
                sent.add(new Pair("do", more));
                String scheme = address.equals(START) ? "bearer" : address.equals(ALIBABA_WHO) ? "acs3" : "tc3";
                sent.add(new Pair("scheme", scheme));
                safe(world.post(address, Form.write(sent)).text());
                sent.removeIf(pair -> pair.name().equals("at") || pair.name().equals("nonce"));
                safe(world.post(address, Form.write(sent)).text());
                safe(world.get(address + "?" + Form.write(sent)).text());
            }
        }
    }

    private static void safe(String page) {
        assertThat(page).contains("<h1>").doesNotContain("<script>alert", "<img src=x", "49`", "\"><script");
    }

    @Test
    void a_dropped_answer_is_told() {
        world.client.send(
                "PUT",
                "/dev/faults",
                "{\"match\":{\"action\":\"GetCountryCodes\"},\"fail\":{\"drop\":true},\"times\":1}");
        String page = world.post(
                        "/console/explorer/tencent/intlpartnersmgt/2022-09-28/GetCountryCodes",
                        form("scheme", "tc3", "do", "call"))
                .text();
        assertThat(page).contains("No answer came");
    }
}

package dev.countersign.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.page.World.Person;
import dev.countersign.server.page.World.Plain;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the page of a challenge does with requests that no browser of the person sends, and what its answers carry.
final class ChallengePageTest {
    @TempDir
    static Path directory;

    private static World world;

    @BeforeAll
    static void start() {
        world = new World(directory);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static Answer opened() {
        return world.challenge(world.person("somebody", "Phone"), "");
    }

    @Test
    void what_a_page_sends_names_its_request_and_no_action() {
        Person person = world.person("sent by a page", "Phone");
        assertThat(world.look(world.challenge(person, ""))
                        .post("start", "way", "sms")
                        .status())
                .isEqualTo(303);
        assertThat(world.client.newest(person.phone(), "request")).matches("[0-9a-f-]{36}");
        assertThat(world.client
                        .send("GET", "/dev/messages?to=" + person.phone(), "")
                        .text())
                .contains("\"action\":null");
        assertThat(world.client
                        .send("GET", "/console/inbox?to=" + person.phone(), "")
                        .text())
                .contains("a page of this server")
                .doesNotContain("/console/doctor?id=");
    }

    @Test
    void every_page_is_closed_to_scripts_frames_caches_and_other_sites() {
        Plain browser = world.look(opened());
        for (Answer page : new Answer[] {
            browser.page(),
            browser.post("start", "way", "sms"),
            browser.post("answer", "code", "1"),
            world.client.send("GET", "/challenge/nothing", ""),
            browser.send("answer", "", world.base(), "")
        }) {
            String policy = World.header(page, "Content-Security-Policy");
            assertThat(policy)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(World.header(page, "Cache-Control")).isEqualTo("no-store");
            assertThat(World.header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(World.header(page, "Referrer-Policy")).isEqualTo("same-origin");
            assertThat(World.header(page, "Permissions-Policy")).contains("camera=()");
            assertThat(World.header(page, "X-Request-Id")).hasSize(36);
        }
        assertThat(World.header(browser.page(), "Content-Security-Policy"))
                .contains("style-src 'sha256-", "form-action 'self' " + world.base(), "base-uri 'none'")
                .doesNotContain("script-src");
        assertThat(browser.page().text()).doesNotContain("<script", "http://", "//cdn");
    }

    @Test
    void forms_may_lead_where_the_tenant_registered_and_nowhere_else() {
        Answer before = world.client.rest("GET", "/v1/tenant/rules", "");
        Answer put = world.client.rest(
                "PUT",
                "/v1/tenant/rules",
                "{\"protectsCalls\":false,\"forcesLogin\":false,\"forcesOperation\":false,\"customPage\":\""
                        + before.text("customPage") + "\",\"returnTo\":[\"https://app.example.com:8443/back\"]}");
        assertThat(put.status()).as(put.text()).isEqualTo(200);
        assertThat(World.header(world.look(opened()).page(), "Content-Security-Policy"))
                .contains("; form-action 'self' " + world.base() + " https://app.example.com:8443;");
    }

    @Test
    void the_cookie_goes_to_this_challenge_only_and_to_no_script() {
        Plain browser = world.look(opened());
        assertThat(World.header(browser.page(), "Set-Cookie"))
                .contains("; Path=" + browser.path() + ";", "; HttpOnly", "; SameSite=Lax");
        assertThat(browser.cookie().split("=", 2)[1]).hasSizeGreaterThan(20);
        assertThat(World.header(browser.get(""), "Set-Cookie")).isEmpty();
    }

    @Test
    void a_second_browser_gets_nothing() {
        Answer challenge = opened();
        Plain first = world.look(challenge);
        first.post("start", "way", "sms");
        Plain second = world.look(challenge);
        assertThat(second.page().status()).isEqualTo(403);
        assertThat(second.page().text()).contains("another browser").doesNotContain("<dd>", "token");
        Plain stolen = new Plain(world, first.path(), "countersign_challenge=guess", first.token(), second.page());
        assertThat(stolen.post("answer", "code", "123456").status()).isEqualTo(403);
        assertThat(first.get("").text()).contains("You have 5 tries left.");
    }

    @Test
    void a_form_needs_cookie_token_and_our_own_origin() {
        Answer challenge = opened();
        Plain browser = world.look(challenge);
        String form = Plain.form(browser.token(), "way", "sms");
        assertThat(browser.send("start", "", world.base(), form).status()).isEqualTo(403);
        assertThat(browser.send("start", browser.cookie(), world.base(), "way=sms")
                        .status())
                .isEqualTo(403);
        assertThat(browser.send("start", browser.cookie(), world.base(), Plain.form("x", "way", "sms"))
                        .status())
                .isEqualTo(403);
        for (String origin : new String[] {"https://evil.example", "null", world.base() + ".evil.example"}) {
            assertThat(browser.send("start", browser.cookie(), origin, form).status())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(world.client
                        .send(
                                "POST",
                                browser.path() + "/start",
                                form,
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Cookie",
                                browser.cookie())
                        .status())
                .as("without an Origin")
                .isEqualTo(403);
        assertThat(browser.post("start", "way", "sms").status()).isEqualTo(303);
    }

    @Test
    void a_token_of_one_challenge_is_none_of_another() {
        Plain one = world.look(opened());
        Plain another = world.look(opened());
        assertThat(another.send("start", another.cookie(), world.base(), Plain.form(one.token(), "way", "sms"))
                        .status())
                .isEqualTo(403);
        assertThat(another.send("start", one.cookie(), world.base(), Plain.form(one.token(), "way", "sms"))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "multipart/form-data; boundary=x"})
    void a_form_of_another_kind_is_refused(String type) {
        Plain browser = world.look(opened());
        assertThat(world.client
                        .send(
                                "POST",
                                browser.path() + "/start",
                                Plain.form(browser.token(), "way", "sms"),
                                "Content-Type",
                                type,
                                "Cookie",
                                browser.cookie(),
                                "Origin",
                                world.base())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_form_that_is_too_long_or_malformed_is_refused() {
        Plain browser = world.look(opened());
        assertThat(browser.post("answer", "code", "1".repeat(10_000)).status()).isEqualTo(403);
        assertThat(browser.send("answer", browser.cookie(), world.base(), "%zz").status())
                .isEqualTo(403);
        assertThat(browser.send("answer", browser.cookie(), world.base(), "token=a&token=b")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void only_get_head_and_post_are_taken() {
        Plain browser = world.look(opened());
        for (String method : new String[] {"PUT", "DELETE", "OPTIONS", "PATCH"}) {
            Answer answer = world.client.send(method, browser.path(), "", "Cookie", browser.cookie());
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(World.header(answer, "Allow")).isEqualTo("GET, HEAD, POST");
        }
    }

    @Test
    void what_only_looks_for_a_preview_does_not_take_the_challenge() {
        Answer challenge = opened();
        String path = "/challenge/" + challenge.text("id");
        Answer head = world.client.send("HEAD", path, "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(World.header(head, "Set-Cookie")).isEmpty();
        for (String purpose : new String[] {"image", "iframe", "script", "empty"}) {
            Answer embedded = world.client.send("GET", path, "", "Sec-Fetch-Dest", purpose);
            assertThat(embedded.status()).as(purpose).isEqualTo(403);
            assertThat(World.header(embedded, "Set-Cookie")).isEmpty();
        }
        assertThat(world.client
                        .send("GET", path + "/state", "", "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(world.look(challenge).page().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/challenge",
                "/challenge/",
                "/challenge/nothing",
                "/challenge/00000000-0000-4000-8000-000000000000",
                "/challenge/00000000-0000-4000-8000-000000000000/state/more",
                "/challenge/%3Cscript%3Ealert(1)%3C/script%3E"
            })
    void an_unknown_challenge_is_a_plain_404(String path) {
        Answer answer = world.client.send("GET", path, "");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("Nothing here").doesNotContain("alert(1)");
    }

    @Test
    void an_unknown_step_is_404_and_a_step_that_is_read_leads_back() {
        Plain browser = world.look(opened());
        assertThat(browser.post("nothing").status()).isEqualTo(404);
        Answer reloaded = browser.get("/answer");
        assertThat(reloaded.status()).isEqualTo(303);
        assertThat(World.header(reloaded, "Location")).isEqualTo(browser.path());
    }

    @Test
    void nothing_that_anybody_sent_becomes_markup() {
        String attack = "\\\"><img src=x onerror=alert(1)>${7*7}";
        Person person = world.person("<b>Eve</b> & 'co' \"q\"", "Phone");
        Plain browser = world.look(
                world.transfer(person, attack, "<script>alert(2)</script>"),
                "User-Agent",
                "<script>alert(3)</script>",
                "Accept-Language",
                "<script>alert(4)</script>");
        assertThat(browser.page().status()).isEqualTo(200);
        assertThat(browser.page().text())
                .contains(
                        "&lt;b&gt;Eve&lt;/b&gt;", "&lt;img src=x onerror=alert(1)&gt;${7*7}", "&lt;script&gt;alert(2)")
                .doesNotContain("<b>Eve", "<img", "<script", "alert(3)", "alert(4)");
        assertThat(browser.post("answer", "code", "<script>alert(5)</script>").text())
                .doesNotContain("alert(5)");
        assertThat(browser.get("?lang=%22%3E%3Cscript%3E").text()).doesNotContain("<script");
        assertThat(browser.get("/wechat?code=%3Cscript%3E&state=x").status()).isEqualTo(303);
    }

    @Test
    void an_answer_is_taken_by_form_only() {
        Answer challenge = opened();
        Plain browser = world.look(challenge);
        browser.post("start", "way", "sms");
        browser.get("/answer?code=000000");
        browser.get("/wechat?code=000000&state=");
        assertThat(browser.get("").text()).contains("You have 5 tries left.");
        assertThat(world.status(challenge)).isEqualTo("pending");
    }

    @Test
    void a_code_is_read_with_blanks_and_wide_digits() {
        Person person = world.person("somebody", "Phone");
        Answer challenge = world.challenge(person, "");
        Plain browser = world.look(challenge);
        browser.post("start", "way", "sms");
        String code = world.client.nextCode(person.phone());
        StringBuilder wide = new StringBuilder(" ");
        code.chars().forEach(digit -> wide.append((char) (digit - '0' + '０')).append(' '));
        Answer passed = browser.post("answer", "code", wide.toString());
        assertThat(passed.status()).isEqualTo(303);
        assertThat(World.header(passed, "Location"))
                .startsWith(world.base() + "/dev/returned?challenge=" + challenge.text("id") + "&code=")
                .endsWith("&nonce=dev");
        assertThat(world.status(challenge)).isEqualTo("passed");
    }

    @Test
    void a_registration_form_that_floods_a_number_does_not_keep_its_owner_out() {
        Person person = world.person("somebody", "Phone");
        String number = person.phone().substring(3);
        for (DevClient.Key key : List.of(DevClient.ROOT, DevClient.OTHER)) {
            for (int n = 0; n < 5; n++) {
                assertThat(flood(key, number).code()).isEqualTo("ok");
                world.client.nextCode(person.phone());
                world.client.advance("61s");
            }
            assertThat(flood(key, number).code()).as("nothing more is sent").isNotEqualTo("ok");
        }

        Answer challenge = world.challenge(person, "");
        Plain browser = world.look(challenge);
        assertThat(browser.post("start", "way", "sms").status()).isEqualTo(303);
        browser.post("answer", "code", world.client.nextCode(person.phone()));
        assertThat(world.status(challenge)).isEqualTo("passed");
    }

    private static DevClient.Outcome flood(DevClient.Key key, String number) {
        return world.client.call(key, "SendVerifyCode", DevClient.fields("CountryCode", "852", "PhoneNum", number));
    }

    @Test
    void an_empty_answer_costs_no_try() {
        Plain browser = world.look(opened());
        browser.post("start", "way", "sms");
        Answer empty = browser.post("answer", "code", "  ");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("Type the code first.", "You have 5 tries left.");
    }

    @Test
    void a_page_speaks_what_the_challenge_the_browser_or_the_person_wants() {
        Person person = world.person("somebody", "Phone");
        assertThat(world.look(world.challenge(person, ",\"locale\":\"zh-CN\""), "Accept-Language", "en")
                        .page()
                        .text())
                .contains("<html lang=\"zh\">", "确认是您本人");
        Plain browser = world.look(world.challenge(person, ""), "Accept-Language", "fr, zh-TW;q=0.9, en;q=0.8");
        assertThat(browser.page().text()).contains("<html lang=\"zh\">");
        assertThat(browser.get("?lang=en", "Accept-Language", "zh").text()).contains("<html lang=\"en\">");
        assertThat(world.look(world.challenge(person, ""), "Accept-Language", "de")
                        .page()
                        .text())
                .contains("<html lang=\"en\">");
        assertThat(World.header(browser.post("start", "way", "sms", "lang", "zh"), "Location"))
                .endsWith("?lang=zh");
    }

    @Test
    void a_send_that_is_refused_says_when_to_come_back() {
        Plain browser = world.look(opened());
        browser.post("start", "way", "sms");
        Answer soon = browser.post("start", "way", "sms");
        assertThat(soon.status()).isEqualTo(429);
        assertThat(World.header(soon, "Retry-After")).matches("[1-9][0-9]?");
        assertThat(soon.text()).containsPattern("You can ask for another one in \\d+ second");
    }

    @Test
    void a_foreign_host_reaches_no_page() throws IOException {
        for (String path : new String[] {"/challenge/x", "/dev/custom?token=x", "/dev/wechat/qrconnect?state=x"}) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: evil.example:" + world.port() + "\r\n"))
                    .as(path)
                    .startsWith("HTTP/1.1 403");
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + world.port()
                            + "\r\nOrigin: https://evil.example\r\n"))
                    .as(path)
                    .startsWith("HTTP/1.1 403");
        }
    }

    private static String raw(String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), world.port())) {
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_stand_in_of_wechat_sends_browsers_nowhere_else() {
        String query = "appid=wxdev00000000000000&response_type=code&scope=snsapi_login&state=s&redirect_uri=";
        assertThat(world.client
                        .send("GET", "/dev/wechat/qrconnect?" + query + "https%3A%2F%2Fevil.example%2F", "")
                        .status())
                .isEqualTo(400);
        assertThat(world.client
                        .send(
                                "POST",
                                "/dev/wechat/qrconnect?" + query + "https%3A%2F%2Fevil.example%2F",
                                "press=owner",
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(400);
    }
}

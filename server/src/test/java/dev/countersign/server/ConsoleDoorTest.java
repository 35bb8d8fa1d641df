package dev.countersign.server;

import static dev.countersign.server.ServedConsole.PASSWORD;
import static dev.countersign.server.ServedConsole.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.codec.Form;
import dev.countersign.server.ServedConsole.Browser;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who gets into the console of a server for real use, how far, and for how long.
final class ConsoleDoorTest {
    private static final String SESSION = "__Host-countersign_console";
    private static final String VISITOR = "__Host-countersign_signin";
    private static final String ACTION = "/console/explorer/tencent/cam/2019-01-16/GetUser";

    @TempDir
    static Path directory;

    private static ServedConsole console;

    @BeforeAll
    static void start() {
        console = new ServedConsole(directory);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    private static Browser browser() {
        return console.browser();
    }

    @Test
    void whoever_has_not_signed_in_is_sent_to_the_form_and_afterwards_back() {
        Browser browser = browser();
        Answer sent = browser.get("/console/explorer?q=send");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(header(sent, "Location"))
                .isEqualTo("/console/signin?back=" + Form.encoded("/console/explorer?q=send"));
        Answer form = browser.get(header(sent, "Location"));
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.text())
                .contains("name=\"back\" value=\"/console/explorer?q=send\"")
                .doesNotContain("/signout", "room.explorer");
        Answer in = browser.post(
                "/console/signin",
                "uin",
                Long.toString(console.uin("owner")),
                "password",
                PASSWORD,
                "back",
                "/console/explorer?q=send");
        assertThat(in.status()).as(in.text()).isEqualTo(303);
        assertThat(header(in, "Location")).isEqualTo("/console/explorer?q=send");
        assertThat(header(in, "Set-Cookie"))
                .contains(SESSION + "=")
                .contains("; Path=/; Secure; HttpOnly; SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(browser.get("/console/explorer").text()).contains("/console/signout", "Sign out owner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/consoleevil",
                "/console/\r\nX: y",
                "/console/../challenge/x",
                "/console/..",
                "/console/.",
                "/console/explorer/../../challenge/x",
                "/console/%2e%2e/challenge/x",
                "/console/.%2E/challenge/x",
                "/console/%2E./?q=x"
            })
    void nobody_is_sent_elsewhere_after_the_sign_in(String back) {
        Browser browser = browser();
        console.clock.advance(Duration.ofSeconds(30));
        browser.get("/console/signin");
        Answer in = browser.post(
                "/console/signin", "uin", Long.toString(console.uin("owner")), "password", PASSWORD, "back", back);
        assertThat(header(in, "Location")).isEqualTo("/console");
    }

    @Test
    void every_no_to_a_password_is_the_same() {
        String wrong = said(browser().signIn("auditor", "Wrong-horse-7"), console.uin("auditor"));
        assertThat(wrong).contains("UIN or password is not right");
        assertThat(said(browser().signIn(999_999_999_999L, PASSWORD), 999_999_999_999L))
                .as("nobody")
                .isEqualTo(wrong);
        assertThat(said(browser().signIn("owner", "x".repeat(5000)), console.uin("owner")))
                .as("endless")
                .isEqualTo(wrong);
        assertThat(said(browser().signIn("owner", ""), console.uin("owner"))).isEqualTo(wrong);
        assertThat(browser().signIn("auditor", PASSWORD).status()).isEqualTo(303);
    }

    /// The page without what differs between any two.
    private static String said(Answer refused, long uin) {
        assertThat(refused.status()).isEqualTo(403);
        assertThat(header(refused, "Set-Cookie")).isEmpty();
        return refused.text().replaceAll("name=\"token\" value=\"[^\"]+\"", "").replace("value=\"" + uin + "\"", "");
    }

    @Test
    void after_ten_wrong_passwords_in_a_row_not_even_the_right_one_is_taken_for_a_while() {
        long uin = console.uin("keyless");
        for (int i = 0; i < 10; i++) {
            assertThat(browser().guess(uin, "Wrong-horse-" + i).status()).isEqualTo(403);
        }
        console.clock.advance(Duration.ofSeconds(31));
        assertThat(browser().guess(uin, "Wrong-horse-11").status()).isEqualTo(403);
        console.clock.advance(Duration.ofSeconds(31));
        Answer held = browser().guess(uin, PASSWORD);
        assertThat(held.status()).as("the second wait is a minute").isEqualTo(403);
        assertThat(held.text()).contains("UIN or password is not right");
        console.clock.advance(Duration.ofSeconds(31));
        assertThat(browser().guess(uin, PASSWORD).status()).isEqualTo(303);
        assertThat(browser().signIn(uin, "Wrong-horse-12").status()).isEqualTo(403);
        assertThat(browser().signIn(uin, PASSWORD).status())
                .as("a success resets the count")
                .isEqualTo(303);
    }

    @Test
    void a_user_without_a_role_is_told_so_only_with_the_right_password() {
        assertThat(browser().signIn("stranger", PASSWORD).text()).contains("has no role in this console");
        assertThat(browser().signIn("stranger", "Wrong-horse-7").text()).doesNotContain("has no role");
    }

    @Test
    void what_the_protection_demands_is_shown_before_anybody_is_in() {
        Browser browser = browser();
        Answer asked = browser.signIn("phone", PASSWORD);
        assertThat(asked.status()).isEqualTo(303);
        String page = header(asked, "Location").substring(console.base().length());
        assertThat(page).startsWith("/challenge/");
        assertThat(browser.cookie(SESSION)).isEmpty();
        assertThat(browser.get("/console/explorer").status()).as("not yet").isEqualTo(303);
        browser.get(page);
        browser.post(page + "/start", "way", "sms");
        browser.get(page);
        String code = console.code("85261230004");
        Answer passed = browser.post(page + "/answer", "code", code);
        assertThat(passed.status()).as(passed.text()).isEqualTo(303);
        String back = header(passed, "Location").substring(console.base().length());
        assertThat(back).startsWith("/console/signin/return?challenge=");

        Browser thief = browser();
        assertThat(thief.get(back).text()).contains("begun elsewhere");
        thief.signIn("owner", "Wrong-horse-7");
        assertThat(thief.get(back).text()).contains("begun elsewhere");
        assertThat(thief.cookie(SESSION)).isEmpty();

        Answer in = browser.get(back);
        assertThat(in.status()).isEqualTo(303);
        assertThat(browser.get("/console/explorer").text()).contains("Sign out phone");
        assertThat(browser().holds(VISITOR, browser.cookie(VISITOR)).get(back).status())
                .as("a result is good once")
                .isEqualTo(403);
    }

    @Test
    void a_challenge_that_was_given_up_lets_nobody_in() {
        Browser browser = browser();
        String page = header(browser.signIn("phone", PASSWORD), "Location")
                .substring(console.base().length());
        browser.get(page);
        Answer given = browser.post(page + "/cancel");
        String back = header(given, "Location").substring(console.base().length());
        assertThat(browser.get(back + "&code=guessed").text()).contains("second factor was not shown");
        assertThat(browser.cookie(SESSION)).isEmpty();
        assertThat(browser.get(back).text()).contains("begun elsewhere");
    }

    @Test
    void a_challenge_that_another_application_opened_lets_nobody_in() {
        Browser browser = browser();
        String first = header(browser.signIn("phone", PASSWORD), "Location");
        String other = header(browser().signIn("phone", PASSWORD), "Location");
        assertThat(other).isNotEqualTo(first);
        String id = other.substring(other.lastIndexOf('/') + 1);
        assertThat(browser.get("/console/signin/return?challenge=" + id + "&code=x&nonce=y")
                        .text())
                .contains("begun elsewhere");
    }

    @ParameterizedTest
    @CsvSource({
        "auditor, 200, 403, 403",
        "operator, 200, 200, 200",
        "owner, 200, 200, 200",
    })
    void each_role_reaches_what_is_its_own(String who, int looks, int shows, int calls) {
        Browser browser = browser().in(who);
        assertThat(browser.get("/console/explorer").status()).isEqualTo(looks);
        assertThat(browser.get(ACTION).status()).isEqualTo(looks);
        assertThat(browser.post(ACTION, "do", "show").status()).isEqualTo(shows);
        assertThat(browser.post(ACTION, "do", "call").status()).isEqualTo(calls);
        assertThat(browser.get("/console/nowhere").status()).isEqualTo(404);
        assertThat(browser.get("/console/inbox").status())
                .as("codes are nobody's here")
                .isEqualTo(404);
    }

    @Test
    void an_operator_calls_with_keys_of_its_own_whose_secrets_stay_here() {
        Browser operator = browser().in("operator");
        Answer called = operator.post(ACTION, "p.Name", "owner", "do", "call");
        assertThat(called.text())
                .as("the wire knows who calls")
                .contains("UnauthorizedOperation")
                .contains("AKID")
                .contains("TENCENTCLOUD_SECRET_KEY='...'")
                .doesNotContain("kSigning", "kDate");
        Answer none = browser().in("owner").post(ACTION, "p.Name", "owner", "do", "call");
        assertThat(none.text())
                .as("who has no key calls nothing")
                .contains("calls nothing")
                .doesNotContain("HTTP 200");
        assertThat(browser().in("auditor").get(ACTION).text()).doesNotContain("value=\"call\"", "value=\"show\"");
    }

    @Test
    void the_doctor_tells_operators_whether_a_pasted_signature_fits_and_no_secret() {
        Browser operator = browser().in("operator");
        Answer called = operator.post(ACTION, "p.Name", "owner", "do", "call");
        String id = called.text().replaceAll("(?s).*/console/doctor[?]id=([0-9a-f-]{36}).*", "$1");
        assertThat(id).hasSize(36);
        assertThat(operator.get("/console/doctor?id=" + id).text())
                .contains("GetUser")
                .contains("UnauthorizedOperation");
        String request = "POST / HTTP/1.1\r\nHost: x\r\nX-TC-Action: GetUser\r\nX-TC-Version: 2019-01-16\r\n"
                + "X-TC-Timestamp: " + console.clock.instant().getEpochSecond() + "\r\n"
                + "Content-Type: application/json\r\nAuthorization: TC3-HMAC-SHA256 Credential="
                + "AKIDnobody/2026-01-01/cam/tc3_request, SignedHeaders=content-type;host, Signature="
                + "0".repeat(64) + "\r\n\r\n{}";
        Answer examined = operator.post("/console/doctor", "request", request);
        assertThat(examined.status()).isEqualTo(200);
        assertThat(examined.text()).contains("AKIDnobody", "content-type:application/json");
        assertThat(browser().in("auditor").get("/console/doctor").status()).isEqualTo(403);
        assertThat(browser()
                        .in("auditor")
                        .post("/console/doctor", "request", request)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_form_without_its_token_or_from_elsewhere_is_refused() {
        Browser operator = browser().in("operator");
        assertThat(operator.send(console.base(), ACTION, "", "do", "show").status())
                .isEqualTo(403);
        assertThat(operator.send(console.base(), ACTION, "guessed", "do", "show")
                        .status())
                .isEqualTo(403);
        for (String origin : new String[] {"https://evil.example", "null"}) {
            assertThat(operator.send(origin, ACTION, "", "do", "show").status()).isEqualTo(403);
            assertThat(operator.send(origin, "/console/signout", "").status()).isEqualTo(403);
        }
        assertThat(operator.send(console.base(), "/console/signout", "guessed").status())
                .isEqualTo(403);
        assertThat(operator.get("/console/explorer").status()).as("still in").isEqualTo(200);

        Browser outside = browser();
        Answer forged =
                outside.post("/console/signin", "uin", Long.toString(console.uin("owner")), "password", PASSWORD);
        assertThat(forged.status()).isEqualTo(403);
        assertThat(outside.cookie(SESSION)).isEmpty();
        assertThat(browser()
                        .holds(VISITOR, "planted")
                        .post("/console/signin", "uin", Long.toString(console.uin("owner")), "password", PASSWORD)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_cookie_that_was_made_up_opens_nothing_and_one_from_before_the_sign_in_is_not_kept() {
        assertThat(browser().holds(SESSION, "made-up").get("/console/explorer").status())
                .isEqualTo(303);
        assertThat(browser().holds(SESSION, "").get("/console/explorer").status())
                .isEqualTo(303);
        Browser fixed = browser().holds(SESSION, "planted");
        fixed.in("owner");
        assertThat(fixed.cookie(SESSION)).isNotEqualTo("planted").hasSizeGreaterThan(40);
        String real = fixed.cookie(SESSION);
        assertThat(browser()
                        .holds(SESSION, real + "; " + SESSION + "=other")
                        .get("/console/explorer")
                        .status())
                .as("two of the name")
                .isEqualTo(303);
    }

    @Test
    void a_session_ends_by_signing_out_with_its_time_and_with_the_password() {
        Browser left = browser().in("owner");
        String ticket = left.cookie(SESSION);
        assertThat(header(left.post("/console/signout"), "Location")).isEqualTo("/console/signin?out=1");
        assertThat(left.get("/console/signin?out=1").text()).contains("You are signed out.");
        assertThat(browser().holds(SESSION, ticket).get("/console/explorer").status())
                .isEqualTo(303);

        Browser idle = browser().in("owner");
        console.clock.advance(Duration.ofMinutes(29));
        assertThat(idle.get("/console/explorer").status()).isEqualTo(200);
        console.clock.advance(Duration.ofMinutes(30));
        assertThat(idle.get("/console/explorer").status()).isEqualTo(303);

        Browser busy = browser().in("owner");
        for (int i = 0; i < 48; i++) {
            assertThat(busy.get("/console/explorer").status()).isEqualTo(200);
            console.clock.advance(Duration.ofMinutes(15));
        }
        assertThat(busy.get("/console/explorer").status()).as("after 12 hours").isEqualTo(303);

        Browser changed = browser().in("owner");
        console.cam("UpdateUser", "{\"Name\":\"owner\",\"ConsoleLogin\":1,\"Password\":\"Another-horse-8\"}");
        assertThat(changed.get("/console/explorer").status()).isEqualTo(303);
        console.cam("UpdateUser", "{\"Name\":\"owner\",\"Password\":\"" + PASSWORD + "\"}");
        Browser barred = browser().in("owner");
        console.cam("UpdateUser", "{\"Name\":\"owner\",\"ConsoleLogin\":0}");
        assertThat(barred.get("/console/explorer").status()).isEqualTo(303);
        assertThat(browser().signIn("owner", PASSWORD).status()).isEqualTo(403);
        console.cam("UpdateUser", "{\"Name\":\"owner\",\"ConsoleLogin\":1}");
    }

    @Test
    void the_inbox_is_seen_only_where_it_is_switched_on_and_never_by_auditors(@TempDir Path other) {
        assertThat(browser().in("owner").get("/console/inbox").status()).isEqualTo(404);
        try (ServedConsole showing = new ServedConsole(other, true)) {
            Browser operator = showing.browser().in("operator");
            assertThat(operator.get("/console/explorer").text()).contains("/console/inbox");
            Answer inbox = operator.get("/console/inbox");
            assertThat(inbox.status()).isEqualTo(200);
            assertThat(inbox.text()).as("no tools of a dev world").doesNotContain("tool-clock", "/console/inbox#tool");
            assertThat(operator.post("/console/inbox", "do", "clear").status()).isEqualTo(404);
            Browser auditor = showing.browser().in("auditor");
            assertThat(auditor.get("/console/explorer").text()).doesNotContain("/console/inbox");
            assertThat(auditor.get("/console/inbox").status()).isEqualTo(403);
            assertThat(auditor.get("/console/inbox/live").status()).isEqualTo(403);
            assertThat(auditor.post("/console/inbox", "do", "clear").status()).isEqualTo(403);
            assertThat(showing.browser().get("/console/inbox/live").status()).isEqualTo(303);
        }
    }

    @Test
    void there_is_no_console_until_it_is_switched_on() {
        assertThat(console.withoutConsole).isEqualTo(404);
    }

    @Test
    void the_console_answers_at_its_own_host_only() throws IOException {
        String host = console.base().substring("http://".length());
        assertThat(console.raw("GET /console/signin HTTP/1.1", "Host: " + host)).contains(" 200 ");
        for (String other : new String[] {"evil.example", host + ".evil.example", "127.0.0.1", "localhost"}) {
            assertThat(console.raw("GET /console/signin HTTP/1.1", "Host: " + other))
                    .as(other)
                    .contains(" 421 ");
        }
    }

    @Test
    void the_form_loads_nothing_from_elsewhere_and_says_what_is_wrong_beside_the_field() {
        Browser browser = browser();
        Answer form = browser.get("/console/signin");
        assertThat(header(form, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:");
        assertThat(header(form, "Cache-Control")).isEqualTo("no-store");
        assertThat(form.text()).doesNotContain("://", "style=");
        Answer wrong = browser.post("/console/signin", "uin", "\"><script>x", "password", "p");
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.text()).contains("A UIN is a number").doesNotContain("<script>x");
        assertThat(wrong.text())
                .as("what was typed stays, and the field names what is said of it")
                .containsPattern("<input.* id=\"uin\".* value=\"&#34;>&lt;script>x\"")
                .containsPattern("<input.* id=\"uin\".* aria-describedby=\"uin-hint uin-wrong\"")
                .containsPattern("<span class=\"wrong\" id=\"uin-wrong\"[^>]*>A UIN is a number")
                .doesNotContain("id=\"said\"");
        Answer unknown = browser.post("/console/signin", "uin", "999999999998", "password", "p");
        assertThat(unknown.text())
                .containsPattern("<input.* id=\"uin\".* value=\"999999999998\"")
                .containsPattern("<input.* id=\"uin\".* aria-describedby=\"uin-hint said\"")
                .containsPattern("<input.* id=\"password\".* aria-describedby=\"said\"")
                .contains("id=\"said\"");
    }

    @Test
    void a_switch_of_language_or_theme_on_the_form_keeps_the_way_to_the_page_that_was_wanted() {
        String wanted = "/console/explorer?q=send&x=%E7%A0%81";
        Browser browser = browser();
        String form = header(browser.get(wanted), "Location");
        for (String what : List.of("lang=zh", "theme=dark")) {
            Matcher link = Pattern.compile("href=\"(/console/prefer[?]" + what + "&amp;back=[^\"]+)\"")
                    .matcher(browser.get(form).text());
            assertThat(link.find()).as(what).isTrue();
            form = header(browser.get(link.group(1).replace("&amp;", "&")), "Location");
            assertThat(form).startsWith("/console/signin?back=");
        }
        Answer switched = browser.get(form);
        assertThat(switched.text())
                .contains("登录")
                .contains("name=\"back\" value=\"" + wanted.replace("&", "&amp;") + "\"");
        Answer wrong = browser.post(
                "/console/signin",
                "uin",
                Long.toString(console.uin("owner")),
                "password",
                "Wrong-horse-7",
                "back",
                wanted);
        assertThat(wrong.text())
                .as("after a wrong try, too")
                .contains("/console/prefer?lang=en&amp;back="
                        + Form.encoded("/console/signin?back=" + Form.encoded(wanted)));
        console.clock.advance(Duration.ofSeconds(30));
        Answer in = browser.post(
                "/console/signin", "uin", Long.toString(console.uin("owner")), "password", PASSWORD, "back", wanted);
        assertThat(header(in, "Location")).isEqualTo(wanted);
    }
}

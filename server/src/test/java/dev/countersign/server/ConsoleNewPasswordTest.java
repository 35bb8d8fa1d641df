package dev.countersign.server;

import static dev.countersign.server.ServedConsole.PASSWORD;
import static dev.countersign.server.ServedConsole.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.ServedConsole.Browser;
import dev.countersign.store.AuditRow;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A password that somebody else chose is replaced before it opens the console.
final class ConsoleNewPasswordTest {
    private static final String SESSION = "__Host-countersign_console";
    private static final String VISITOR = "__Host-countersign_signin";
    private static final String CHOOSE = "/console/signin/password";
    private static final String MINE = "Battery-staple-9";

    @TempDir
    Path directory;

    private ServedConsole console;

    @BeforeEach
    void start() {
        console = new ServedConsole(directory);
    }

    @AfterEach
    void stop() {
        console.close();
    }

    /// Someone who has shown everything, and is to choose.
    private Browser choosing() {
        Browser browser = console.browser();
        Answer signedIn = browser.signIn("reset", PASSWORD);
        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(header(signedIn, "Location")).isEqualTo(CHOOSE);
        assertThat(browser.get(CHOOSE).status()).isEqualTo(200);
        return browser;
    }

    private void outside(Browser browser) {
        assertThat(browser.cookie(SESSION)).isEmpty();
        assertThat(browser.get("/console/explorer").status()).isEqualTo(303);
    }

    private long replaced() {
        List<AuditRow> rows = console.storage.audit().entries(Optional.empty(), 0, 1000);
        return rows.stream()
                .filter(row -> row.event().equals("password.replaced"))
                .filter(row -> row.subject().equals("uin/" + console.uin("reset")))
                .filter(row -> row.actor() == console.uin("reset"))
                .count();
    }

    @Test
    void it_is_replaced_and_only_then_is_there_a_session() {
        Browser browser = console.browser();
        browser.get("/console/signin?back=%2Fconsole%2Fdoctor");
        console.clock.advance(java.time.Duration.ofSeconds(30));
        browser.post(
                "/console/signin",
                "uin",
                Long.toString(console.uin("reset")),
                "password",
                PASSWORD,
                "back",
                "/console/doctor");
        outside(browser);
        Answer page = browser.get(CHOOSE);
        assertThat(page.text())
                .contains("Choose your password", "8 to 128 characters", "autocomplete=\"new-password\"")
                .doesNotContain(PASSWORD, "/signout");
        String ticket = browser.cookie(VISITOR);
        Answer in = browser.post(CHOOSE, "password", MINE, "again", MINE);
        assertThat(in.status()).as(in.text()).isEqualTo(303);
        assertThat(header(in, "Location")).isEqualTo("/console/doctor");
        assertThat(browser.get("/console/doctor").text()).contains("Sign out reset");
        assertThat(replaced()).isEqualTo(1);

        Browser late = console.browser().holds(VISITOR, ticket);
        assertThat(late.get(CHOOSE).status()).as("a ticket is good once").isEqualTo(403);
        assertThat(console.browser().signIn("reset", PASSWORD).status())
                .as("the old one")
                .isEqualTo(403);
        Answer again = console.browser().signIn("reset", MINE);
        assertThat(header(again, "Location")).as("nothing more is asked").isEqualTo("/console");
    }

    @Test
    void what_will_not_do_is_said_beside_the_field_and_nothing_typed_is_kept() {
        Browser browser = choosing();
        String[][] bad = {
            {"", "", "Type a new password."},
            {"short-A1", "short-A", "not what you typed above"},
            {"Sh-ort7", "Sh-ort7", "does not keep the rules"},
            {"nocapital-77", "nocapital-77", "does not keep the rules"},
            {"NOSMALL-77", "NOSMALL-77", "does not keep the rules"},
            {"Nodigit-here", "Nodigit-here", "does not keep the rules"},
            {"Nospecial77", "Nospecial77", "does not keep the rules"},
            {"Control-77\u0007", "Control-77\u0007", "does not keep the rules"},
            {"A-1" + "x".repeat(200), "A-1" + "x".repeat(200), "does not keep the rules"},
            {PASSWORD, PASSWORD, "the password that you were given"},
            {"\"><script>A1x", "\"><script>A1y", "not what you typed above"},
        };
        for (String[] one : bad) {
            Answer said = browser.post(CHOOSE, "password", one[0], "again", one[1]);
            assertThat(said.status()).as(one[0]).isEqualTo(422);
            assertThat(said.text())
                    .as(one[0])
                    .contains(one[2], "aria-invalid=\"true\"")
                    .doesNotContain("<script>A1");
            if (!one[0].isEmpty()) {
                assertThat(said.text()).doesNotContain(one[0], "value=\"" + one[1]);
            }
            outside(browser);
        }
        assertThat(browser.post(CHOOSE).status()).as("no field at all").isEqualTo(422);
        assertThat(replaced()).isZero();
        assertThat(browser.post(CHOOSE, "password", MINE, "again", MINE).status())
                .as("afterwards it still works")
                .isEqualTo(303);
    }

    @Test
    void the_second_factor_comes_first_and_can_not_be_passed_by() {
        console.demand("reset", "Phone");
        Browser browser = console.browser();
        Answer asked = browser.signIn("reset", PASSWORD);
        String page = header(asked, "Location").substring(console.base().length());
        assertThat(page).startsWith("/challenge/");
        assertThat(browser.get(CHOOSE).status()).isEqualTo(403);
        browser.get("/console/signin");
        assertThat(browser.post(CHOOSE, "password", MINE, "again", MINE).status())
                .isEqualTo(403);
        outside(browser);

        Browser passing = console.browser();
        page = header(passing.signIn("reset", PASSWORD), "Location")
                .substring(console.base().length());
        passing.get(page);
        passing.post(page + "/start", "way", "sms");
        passing.get(page);
        Answer passed = passing.post(page + "/answer", "code", console.code(console.phone("reset")));
        String back = header(passed, "Location").substring(console.base().length());
        assertThat(header(passing.get(back), "Location")).isEqualTo(CHOOSE);
        outside(passing);
        assertThat(passing.get(back).status()).as("a result is good once").isEqualTo(403);
        assertThat(passing.get(CHOOSE).status()).isEqualTo(200);
        passing.post(CHOOSE, "password", MINE, "again", MINE);
        assertThat(passing.get("/console/explorer").text()).contains("Sign out reset");
    }

    @Test
    void whoever_has_not_signed_in_or_has_no_form_of_ours_replaces_nothing() {
        assertThat(console.browser().get(CHOOSE).status()).isEqualTo(403);
        Browser outside = console.browser();
        outside.get("/console/signin");
        assertThat(outside.post(CHOOSE, "password", MINE, "again", MINE).status())
                .isEqualTo(403);
        Browser browser = choosing();
        for (String token : List.of("", "guessed")) {
            assertThat(browser.send(console.base(), CHOOSE, token, "password", MINE, "again", MINE)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(browser.send("https://evil.example", CHOOSE, "", "password", MINE, "again", MINE)
                        .status())
                .isEqualTo(403);
        console.clock.advance(java.time.Duration.ofMinutes(11));
        assertThat(browser.get(CHOOSE).text()).as("too late").contains("took too long");
        assertThat(replaced()).isZero();
    }

    @Test
    void what_an_administrator_decides_meanwhile_holds() {
        Browser given = choosing();
        console.cam("UpdateUser", "{\"Name\":\"reset\",\"ConsoleLogin\":1,\"Password\":\"Another-horse-8\"}");
        Answer late = given.post(CHOOSE, "password", MINE, "again", MINE);
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.text()).contains("took too long");
        outside(given);
        assertThat(header(console.browser().signIn("reset", "Another-horse-8"), "Location"))
                .isEqualTo(CHOOSE);
        console.cam("UpdateUser", "{\"Name\":\"reset\",\"Password\":\"" + PASSWORD + "\"}");
        Browser barred = choosing();
        console.cam("UpdateUser", "{\"Name\":\"reset\",\"ConsoleLogin\":0}");
        assertThat(barred.post(CHOOSE, "password", MINE, "again", MINE).status())
                .isEqualTo(403);
        outside(barred);
        assertThat(replaced()).isZero();
    }
}

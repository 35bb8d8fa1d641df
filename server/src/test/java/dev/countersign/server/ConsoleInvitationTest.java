package dev.countersign.server;

import static dev.countersign.server.ServedConsole.PASSWORD;
import static dev.countersign.server.ServedConsole.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.server.ServedConsole.Browser;
import dev.countersign.server.config.ConsoleConfig;
import dev.countersign.store.SqlConsoleUserStore;
import dev.countersign.testkit.Totp;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the first owner gets into the console, and somebody who has lost the password: `countersign console invite`,
/// beside a server that runs.
final class ConsoleInvitationTest {
    private static final String MINE = "Battery-staple-9";
    private static final Pattern SECRET = Pattern.compile("<code id=\"secret\">(.*?)</code>");

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

    private static String shown(String said, String label) {
        Matcher found = Pattern.compile("  " + label + " +(\\S+)").matcher(said);
        assertThat(found.find()).as(said).isTrue();
        return found.group(1);
    }

    @Test
    void who_is_invited_sets_up_an_app_chooses_a_password_and_is_in() {
        String said = console.run("console", "invite", "owner");
        assertThat(said)
                .contains("gave the user owner another password", "sign in as owner at " + console.base() + "/console");
        assertThat(shown(said, "UIN")).isEqualTo(Long.toString(console.uin("owner")));
        assertThat(console.browser().signIn("owner", PASSWORD).status())
                .as("the password from before")
                .isEqualTo(403);
        Browser browser = console.browser();
        Answer asked = browser.signIn("owner", shown(said, "password"));
        String page = header(asked, "Location").substring(console.base().length());
        assertThat(page).startsWith("/challenge/");
        browser.get(page);
        browser.post(page + "/invitation", "code", shown(said, "administrator's code"));
        browser.get(page);
        String picture = browser.post(page + "/device").text();
        Matcher key = SECRET.matcher(picture);
        assertThat(key.find()).as(picture).isTrue();
        Answer confirmed = browser.post(
                page + "/confirm",
                "code",
                Totp.code(key.group(1).replaceAll("<[^>]*>|\\s", ""), console.clock.instant()));
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(303);
        Answer back = browser.get(
                header(confirmed, "Location").substring(console.base().length()));
        assertThat(header(back, "Location")).isEqualTo("/console/signin/password");
        browser.get("/console/signin/password");
        browser.post("/console/signin/password", "password", MINE, "again", MINE);
        assertThat(browser.get("/console/explorer").text()).contains("Sign out owner");
        String again = header(console.browser().signIn("owner", MINE), "Location");
        assertThat(again).as("the app is asked for from now on").contains("/challenge/");
    }

    @Test
    void a_new_user_is_added_and_told_what_the_configuration_lacks() {
        String said = console.run("console", "invite", "ann", "--no-app");
        assertThat(said)
                .contains(
                        "added the user ann",
                        "owners: [" + console.uin("owner") + ", " + shown(said, "UIN") + "]",
                        "then sign in at")
                .doesNotContain("administrator's code");
        Answer in = console.browser().signIn(Long.parseLong(shown(said, "UIN")), shown(said, "password"));
        assertThat(in.text()).as("the password is right").contains("has no role in this console");
        assertThat(console.storage.audit().entries(Optional.empty(), 0, 10_000))
                .anyMatch(row -> row.event().equals("user.added")
                        && row.subject().equals("uin/" + shown(said, "UIN"))
                        && row.source().isEmpty());
    }

    @Test
    void an_invitation_ends_the_wait_of_earlier_guesses_and_leaves_what_is_demanded_already() {
        for (int i = 0; i < 10; i++) {
            console.browser().guess(console.uin("phone"), "Wrong-horse-" + i);
        }
        console.clock.advance(Duration.ofSeconds(31));
        console.browser().guess(console.uin("phone"), "and one more, so that the wait is a minute");
        String said = console.run("console", "invite", "phone");
        assertThat(said).doesNotContain("administrator's code");
        console.clock.advance(Duration.ofSeconds(30));
        Answer asked = console.browser().guess(console.uin("phone"), shown(said, "password"));
        assertThat(header(asked, "Location")).contains("/challenge/");
        Browser browser = console.browser();
        console.clock.advance(Duration.ofSeconds(30));
        String page = header(browser.guess(console.uin("phone"), shown(said, "password")), "Location")
                .substring(console.base().length());
        assertThat(browser.get(page).text()).as("the number, as before").contains("Send a text message");
    }

    @Test
    void an_operator_is_told_of_roles_that_open_nothing_or_too_easily() {
        console.cam("UpdateUser", "{\"Name\":\"keyless\",\"ConsoleLogin\":0}");
        ConsoleConfig given = new ConsoleConfig(
                true,
                Set.of(Long.toString(console.tenant()), "7"),
                Set.of(Long.toString(console.uin("phone")), Long.toString(console.uin("keyless"))),
                Set.of(Long.toString(console.uin("auditor"))),
                false,
                Duration.ofMinutes(1),
                Duration.ofMinutes(1));
        RosterCheck check = new RosterCheck(
                new SqlConsoleUserStore(console.storage.database().transactions()), console.storage.protections());
        assertThat(check.warnings(given))
                .anyMatch(line -> line.startsWith("console.owners: 7 is no user"))
                .anyMatch(line -> line.startsWith("console.owners: " + console.tenant() + " is no user")
                        && line.contains("a root has keys and no password"))
                .anyMatch(line -> line.startsWith("console.operators: " + console.uin("keyless") + " may not log in"))
                .anyMatch(line -> line.startsWith("console.auditors: " + console.uin("auditor") + " signs in with a"))
                .hasSize(4);
        assertThat(console.warnings)
                .as("said at the start")
                .anyMatch(line -> line.contains(console.uin("owner") + " signs in with a password alone"));
    }

    @Test
    void who_can_not_be_invited_is_told_why_and_nothing_is_changed() {
        for (List<String> bad : List.of(
                List.of("first", "is the tenant's root, which has keys and no password"),
                List.of("a b", "can't be called that"),
                List.of("x".repeat(65), "can't be called that"))) {
            assertThatThrownBy(() -> console.run("console", "invite", bad.getFirst()))
                    .hasMessageContaining(bad.getLast());
        }
        assertThatThrownBy(() -> console.run("console", "invite", "ben", "--tenant", "7"))
                .hasMessageContaining("there is no tenant with the UIN 7");
    }
}

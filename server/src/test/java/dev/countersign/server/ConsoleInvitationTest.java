package dev.countersign.server;

import static dev.countersign.server.ServedConsole.PASSWORD;
import static dev.countersign.server.ServedConsole.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.audit.AuditEntry;
import dev.countersign.protection.Method;
import dev.countersign.protection.Protection;
import dev.countersign.protection.TenantRules;
import dev.countersign.server.ServedConsole.Browser;
import dev.countersign.tenant.Principal;
import dev.countersign.testkit.Totp;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.totp.TotpSecret;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// What the tenant demands of all of its people at a login.
    private static void force(boolean login) {
        console.storage
                .rules()
                .put(
                        console.tenant(),
                        new TenantRules(false, login, false, Optional.empty(), List.of()),
                        AuditEntry.own(
                                console.clock.instant(), console.tenant(), "tenant-rules.changed", "", Map.of()));
    }

    @Test
    void where_the_tenant_forces_a_login_protection_an_invitation_demands_nothing_else() {
        force(true);
        try {
            String reachable = console.run("console", "invite", "stranger");
            assertThat(reachable).as("a code to the bound number is forced").doesNotContain("administrator's code");
            assertThat(console.storage.protections().of(console.tenant(), console.uin("stranger")))
                    .isEqualTo(Protection.NONE);
            String said = console.run("console", "invite", "eve", "--no-app");
            assertThat(said).as("an app is forced").contains("administrator's code");
            assertThat(console.storage.protections().of(console.tenant(), Long.parseLong(shown(said, "UIN"))))
                    .isEqualTo(Protection.NONE);
        } finally {
            force(false);
        }
    }

    @Test
    void who_has_an_app_keeps_it_and_gets_no_code_that_would_be_refused() {
        String first = console.run("console", "invite", "cid");
        assertThat(first).contains("administrator's code");
        Principal cid = new Principal(Long.parseLong(shown(first, "UIN")), console.tenant(), "cid");
        console.storage
                .totp()
                .put(
                        cid,
                        TotpSecret.fresh(new SecureRandom()),
                        console.clock.instant(),
                        AuditEntry.own(console.clock.instant(), cid.tenant(), "authenticator.enrolled", "", Map.of()));
        assertThat(console.run("console", "invite", "cid"))
                .contains("the authenticator app that is set up already stays")
                .doesNotContain("administrator's code");
    }

    @Test
    void who_has_lost_the_app_and_has_a_number_is_asked_for_a_code_to_that_instead() {
        console.demand("stranger", "Stoken");
        try {
            console.storage
                    .totp()
                    .put(
                            new Principal(console.uin("stranger"), console.tenant(), "stranger"),
                            TotpSecret.fresh(new SecureRandom()),
                            console.clock.instant(),
                            AuditEntry.own(
                                    console.clock.instant(), console.tenant(), "authenticator.enrolled", "", Map.of()));
            console.demand("stranger", "Phone");
            assertThat(console.storage
                            .protections()
                            .of(console.tenant(), console.uin("stranger"))
                            .login())
                    .contains(Method.PHONE);
        } finally {
            console.demand("stranger", "");
        }
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

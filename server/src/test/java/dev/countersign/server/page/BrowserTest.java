package dev.countersign.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.server.page.World.Person;
import dev.countersign.testkit.Totp;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/// Challenges from their link to the application they return to, in a real Chromium.
final class BrowserTest {
    @TempDir
    static Path directory;

    private static World world;
    private static Optional<Chromium> shared = Optional.empty();

    @BeforeAll
    static void start() {
        world = new World(directory.resolve("world"));
        if (Chromium.present()) {
            shared = Optional.of(new Chromium(directory.resolve("profile"), true, "en-GB,en"));
        }
    }

    @AfterAll
    static void stop() {
        shared.ifPresent(Chromium::close);
        world.close();
    }

    @BeforeEach
    void needs_a_browser() {
        assumeTrue(shared.isPresent(), "no Chromium is here");
        browser().looks(1280, "light");
    }

    private static Chromium browser() {
        return shared.orElseThrow();
    }

    /// Every screen that a test comes by is looked at by axe, and fits the window.
    private static Chromium sound() {
        assertThat(browser().barriers()).isEmpty();
        assertThat(browser().overflow()).isZero();
        return browser();
    }

    private static String wrong(String code) {
        return code.equals("123456") ? "654321" : "123456";
    }

    private static void passes(Answer challenge) {
        String end = browser().awaitAddress("/dev/returned");
        assertThat(end).contains("challenge=" + challenge.text("id"), "code=", "nonce=dev");
        assertThat(world.status(challenge)).isEqualTo("passed");
    }

    @Test
    void a_phone_proves_itself_by_the_code_that_it_got() {
        Person person = world.person("alice", "Phone");
        Answer challenge = world.challenge(person, "");
        browser().open(challenge.text("url")).reads("We will send a code to");
        assertThat(browser().text())
                .contains("alice", "127.0.0.1")
                .doesNotContain(person.phone().substring(3));
        sound().press("Send a text message").reads("We sent a code to");
        WebElement field = browser().await(By.id("code"));
        assertThat(field.getAttribute("inputmode")).isEqualTo("numeric");
        assertThat(field.getAttribute("autocomplete")).isEqualTo("one-time-code");
        assertThat(field).isEqualTo(browser().driver.switchTo().activeElement());
        String code = world.client.nextCode(person.phone());
        sound().type(wrong(code)).reads("You have 4 tries left.");
        assertThat(browser().await(By.cssSelector("[role=alert]")).getText()).startsWith("That is not the code");
        assertThat(browser().await(By.id("code")).getAttribute("aria-describedby"))
                .contains("alert");
        sound().type(code);
        passes(challenge);
        browser().open(challenge.text("url"));
        browser().awaitAddress("/dev/returned");
    }

    @Test
    void a_second_code_is_sent_when_it_is_time_and_a_call_is_another_way() {
        Person person = world.person("alice", "Phone");
        Answer challenge = world.challenge(person, "");
        browser().open(challenge.text("url")).press("Send a text message").reads("We sent a code to");
        world.client.nextCode(person.phone());
        browser().press("Send another text message").reads("A code was sent a moment ago");
        sound();
        world.client.advance("61s");
        browser().press("Call me with a code").reads("We sent a code to");
        String code = world.client.nextCode(person.phone());
        assertThat(world.client.newest(person.phone(), "channel")).isEqualTo("voice");
        browser().type(code);
        passes(challenge);
    }

    @Test
    void five_wrong_codes_end_the_challenge() {
        Person person = world.person("alice", "Phone");
        Answer challenge = world.challenge(person, "");
        browser().open(challenge.text("url")).press("Send a text message").reads("We sent a code to");
        String wrong = wrong(world.client.nextCode(person.phone()));
        for (int left = 4; left >= 1; left--) {
            browser().type(wrong).reads("You have " + left + (left == 1 ? " try" : " tries") + " left.");
        }
        browser().type(wrong).reads("too many wrong answers");
        assertThat(world.status(challenge)).isEqualTo("failed");
        sound().await(By.linkText("Back to 127.0.0.1:" + world.port())).click();
        assertThat(browser().awaitAddress("/dev/returned")).doesNotContain("code=");
    }

    @Test
    void a_challenge_ends_by_itself() {
        Person person = world.person("alice", "Phone");
        Answer challenge = world.challenge(person, "");
        browser().open(challenge.text("url")).press("Send a text message").reads("We sent a code to");
        String code = world.client.nextCode(person.phone());
        world.client.advance("11m");
        browser().type(code).reads("Time ran out");
        assertThat(world.status(challenge)).isEqualTo("expired");
        sound();
    }

    @Test
    void a_challenge_can_be_given_up() {
        Answer challenge = world.challenge(world.person("alice", "Phone"), "");
        browser().open(challenge.text("url")).press("Cancel");
        assertThat(browser().awaitAddress("/dev/returned")).doesNotContain("code=");
        assertThat(world.status(challenge)).isEqualTo("cancelled");
        browser().open(challenge.text("url")).reads("Nothing was confirmed");
        sound();
    }

    @Test
    void a_second_browser_is_refused() {
        Answer challenge = world.challenge(world.person("alice", "Phone"), "");
        world.look(challenge);
        browser().open(challenge.text("url")).reads("Open in another browser");
        sound();
        browser()
                .open(world.base() + "/challenge/00000000-0000-4000-8000-000000000000")
                .reads("Nothing here");
        sound();
    }

    @Test
    void a_first_authenticator_is_set_up_by_its_picture_and_used_from_then_on() {
        Person person = world.person("al ice@example", "Stoken");
        Answer challenge = world.challenge(person, "");
        browser().open(challenge.text("url")).reads("has none yet");
        sound().press("Send a text message").reads("We sent a code to");
        sound().type(world.client.nextCode(person.phone())).reads("Scan this picture");
        String scanned = browser().scanned();
        Matcher secret = Pattern.compile("otpauth://totp/[^?]+\\?secret=([A-Z2-7]{32})&.*")
                .matcher(scanned);
        assertThat(secret.matches()).as(scanned).isTrue();
        assertThat(browser().await(By.id("secret")).getText().replaceAll("\\s", ""))
                .isEqualTo(secret.group(1));
        sound().type(Totp.wrong(secret.group(1), world.now())).reads("You have 4 tries left.");
        assertThat(browser().driver.findElements(By.tagName("svg"))).isEmpty();
        sound().type(Totp.code(secret.group(1), world.now()));
        passes(challenge);

        world.client.advance("2m");
        Answer next = world.challenge(person, "");
        browser().open(next.text("url")).reads("Open your authenticator app");
        sound().type(Totp.wrong(secret.group(1), world.now())).reads("You have 4 tries left.");
        browser().type(Totp.code(secret.group(1), world.now()));
        passes(next);
    }

    @Test
    void who_has_nothing_bound_needs_an_administrator() {
        Answer challenge = world.challenge(world.bare("Stoken"), "");
        browser().open(challenge.text("url")).reads("Ask your administrator for a one-time code");
        sound().await(By.id("invitation")).sendKeys("ABCD-EFGH\n");
        browser().reads("You have 4 tries left.");
        sound();
        assertThat(world.status(challenge)).isEqualTo("pending");
    }

    @Test
    void wechat_is_scanned_by_its_owner_only() {
        Answer challenge = world.challenge(world.person("alice", "Wechat"), "");
        browser().open(challenge.text("url")).reads("Confirm with WeChat");
        sound().press("Continue with WeChat").awaitAddress("/dev/wechat/qrconnect");
        sound().press("A stranger").reads("WeChat did not confirm this account");
        assertThat(world.status(challenge)).isEqualTo("pending");
        sound().press("Continue with WeChat").awaitAddress("/dev/wechat/qrconnect");
        browser().press("Nobody: go back").reads("Confirm with WeChat");
        browser().press("Continue with WeChat").awaitAddress("/dev/wechat/qrconnect");
        browser().press("The one who is bound to this account");
        passes(challenge);
    }

    @Test
    void a_tenants_own_page_passes_by_spending_the_token() {
        Answer challenge = world.challenge(world.person("alice", "Custom"), "");
        browser().open(challenge.text("url")).reads("a page of your organisation");
        sound().press("Continue").awaitAddress("/dev/custom?token=");
        sound().press("Decline").reads("Nothing was spent");
        sound().await(By.linkText("Back to the challenge")).click();
        browser().reads("Waiting for that page");
        sound().press("Go there once more").awaitAddress("/dev/custom?token=");
        browser().press("Approve: spend the token");
        passes(challenge);
    }

    @Test
    void a_page_that_waits_goes_on_by_itself() {
        Answer challenge = world.challenge(
                world.person("alice", "Custom"), ",\"mfaToken\":\"mfa_idc-chosen-" + world.port() + "\"");
        browser().open(challenge.text("url")).press("Continue").awaitAddress("/dev/custom?token=");
        browser().open(challenge.text("url")).reads("Waiting for that page");
        Answer spent = world.client.send(
                "POST",
                "/dev/custom?token=mfa_idc-chosen-" + world.port(),
                "press=approve",
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(spent.status()).as(spent.text()).isEqualTo(200);
        passes(challenge);
    }

    @Test
    void an_operation_is_shown_whole_and_runs_no_script_of_anybody() {
        Person person = world.person("<script>document.title='owned'</script>", "Phone");
        Answer challenge = world.transfer(person, "100.00 HKD", "<img src=x onerror=\\\"document.title='owned'\\\">");
        browser().open(challenge.text("url")).reads("Confirm this operation");
        assertThat(browser().text())
                .contains("transfer", "100.00 HKD", "<img src=x onerror=", "<script>document.title='owned'</script>");
        assertThat(browser().driver.getTitle()).isEqualTo("Confirm this operation");
        sound();
    }

    @Test
    void the_keyboard_is_enough() {
        Person person = world.person("alice", "Phone");
        Answer challenge = world.challenge(person, "");
        browser().open(challenge.text("url")).reads("We will send a code to");
        browser().driver.findElement(By.tagName("body")).sendKeys(Keys.TAB);
        WebElement first = browser().driver.switchTo().activeElement();
        assertThat(first.getText()).isEqualTo("Send a text message");
        assertThat(first.getCssValue("outline-style")).isEqualTo("solid");
        first.sendKeys(Keys.ENTER);
        browser().reads("We sent a code to");
        browser().driver.switchTo().activeElement().sendKeys(world.client.nextCode(person.phone()) + Keys.ENTER);
        passes(challenge);
    }

    @Test
    void pages_fit_a_phone_and_the_dark() {
        Person person = world.person("a-rather-long-name.".repeat(3), "Phone");
        Answer challenge = world.transfer(person, "1".repeat(100), "somebody");
        for (String scheme : List.of("light", "dark")) {
            for (int width : new int[] {390, 1280}) {
                browser().looks(width, scheme).open(challenge.text("url")).reads("Confirm this operation");
                sound();
            }
        }
    }

    @Test
    void a_page_can_be_read_in_the_other_language() {
        Person person = world.person("alice", "Phone");
        Answer challenge = world.challenge(person, "");
        browser().open(challenge.text("url")).reads("We will send a code to");
        browser().await(By.linkText("中文")).click();
        browser().reads("我们将向");
        assertThat(browser().driver.findElement(By.tagName("html")).getAttribute("lang"))
                .isEqualTo("zh");
        sound().press("发送短信").reads("验证码已发送至");
        sound().type(world.client.nextCode(person.phone()));
        passes(challenge);
    }

    @Test
    void another_site_can_neither_frame_a_page_nor_send_its_forms() {
        Answer challenge = world.challenge(world.person("alice", "Phone"), "");
        browser().open(challenge.text("url")).reads("We will send a code to");
        browser()
                .open("data:text/html,<form method=post action='" + challenge.text("url")
                        + "/cancel'><button>go</button></form>");
        browser().press("go").reads("Origin not allowed");
        browser()
                .open("data:text/html,<h1>evil</h1><iframe src='" + challenge.text("url") + "'></iframe>")
                .reads("evil");
        browser().driver.switchTo().frame(0);
        assertThat(browser().driver.getPageSource()).doesNotContain("We will send a code to");
        browser().driver.switchTo().defaultContent();
        assertThat(world.status(challenge)).isEqualTo("pending");
    }

    @Test
    void alice_of_the_dev_world_gets_her_code() {
        world.client.send(
                "PUT", "/dev/protection", "{\"uin\":100000000011,\"login\":\"Phone\",\"operation\":\"None\"}");
        Answer opened = world.client.send("POST", "/dev/challenges", "{\"uin\":100000000011,\"kind\":\"login\"}");
        browser().open(opened.text("url")).press("Send a text message").reads("We sent a code to");
        browser().type(world.client.nextCode("85261234567"));
        passes(opened);
    }
}

package dev.countersign.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.console.inbox.InboxScreen;
import dev.countersign.server.page.Chromium;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/// The inbox and its tools, in a real Chromium.
final class InboxBrowserTest extends ConsoleBrowsing {
    private static final String INBOX = "/console/inbox";
    private static final String HOSTILE =
            "\"><img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";

    @BeforeEach
    void begins_with_the_first_world() {
        world.client.send("POST", "/dev/reset", "");
    }

    /// Calls as an SDK would, and gives the code that was sent.
    private static String call(String number) {
        assertThat(world.client
                        .call("SendVerifyCode", "CountryCode", "852", "PhoneNum", number)
                        .code())
                .isEqualTo("ok");
        return world.client.newest("852" + number, "code");
    }

    private static void send(String channel, String to, String locale) {
        Answer answer = world.client.rest(
                "POST",
                "/v1/verifications",
                "{\"to\":\"" + to + "\",\"channel\":\"" + channel + "\",\"locale\":\"" + locale + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        world.client.newest(to.replace("+", ""), "code");
    }

    @Test
    void messages_of_real_calls_appear_by_themselves_the_newest_on_top_and_nothing_shifts() {
        open(INBOX).reads("No message yet");
        assertThat(element("#live").getText()).isEqualTo("Live");
        browser().reads(call("61231001"));
        send("voice", "+85261231002", "en");
        browser().reads("85261231002");
        send("email", "live@example.com", "zh");
        browser().reads("live@example.com");
        assertThat(browser().text()).doesNotContain("No message yet");
        assertThat(browser().driver.findElements(By.cssSelector(".letter .to")))
                .extracting(WebElement::getText)
                .containsExactly("live@example.com", "+85261231002", "+85261231001");
        assertThat(browser().driver.findElement(By.id("news")).getAttribute("textContent"))
                .contains("live@example.com", "code");
        assertThat(browser().shifts()).isEmpty();
    }

    @Test
    void each_channel_looks_like_what_it_is_and_its_code_is_large() {
        send("sms", "+85261231018", "en");
        send("voice", "+85261231019", "en");
        open(INBOX);
        String sms = world.client.newest("85261231018", "code");
        assertThat(element(".letter.sms .bubble").getText()).contains(sms);
        assertThat(element(".letter.sms .bubble").getCssValue("border-radius")).isNotEqualTo("0px");
        assertThat(element(".letter.voice figure blockquote").getText().replaceAll("[^0-9]", ""))
                .contains(world.client.newest("85261231019", "code"));
        assertThat(browser().driver.findElements(By.cssSelector(".letter.voice .bubble, .letter.sms blockquote")))
                .isEmpty();
        for (WebElement code : browser().driver.findElements(By.cssSelector(".letter .digits"))) {
            assertThat(pixels(code)).isGreaterThanOrEqualTo(1.5 * pixels(element("body")));
        }
    }

    private static double pixels(WebElement text) {
        return Double.parseDouble(text.getCssValue("font-size").replace("px", ""));
    }

    @Test
    void a_page_that_stays_open_keeps_no_more_messages_than_a_fresh_one_shows() {
        for (int i = 0; i < InboxScreen.MOST - 1; i++) {
            call("612320" + (10 + i));
        }
        open(INBOX).reads("85261232010");
        String older = "Only the newest 50 are shown";
        browser().reads(call("61232090"));
        assertThat(shown()).hasSize(InboxScreen.MOST).contains("+85261232010");
        assertThat(browser().text()).doesNotContain(older);
        browser().reads(call("61232091"));
        browser().reads(call("61232092")).reads(older);
        List<String> kept = shown();
        assertThat(kept)
                .hasSize(InboxScreen.MOST)
                .startsWith("+85261232092", "+85261232091", "+85261232090")
                .endsWith("+85261232012");
        assertThat(browser().shifts()).isEmpty();
        open(INBOX).reads(older);
        assertThat(shown()).isEqualTo(kept);
    }

    private static List<String> shown() {
        return browser().driver.findElements(By.cssSelector(".letter .to")).stream()
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void a_code_is_copied() {
        browser()
                .driver
                .executeCdpCommand(
                        "Browser.grantPermissions",
                        Map.of(
                                "origin",
                                world.base(),
                                "permissions",
                                List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        open(INBOX).reads("No message yet");
        String code = call("61231003");
        browser().reads(code);
        element(".letter button[data-copy]").click();
        browser().reads("Copied");
        assertThat(
                        browser()
                                .driver
                                .executeAsyncScript(
                                        "const done = arguments[0]; navigator.clipboard.readText().then(done, e => done(String(e)))"))
                .isEqualTo(code);
    }

    @Test
    void one_number_is_filtered_by_its_link_and_stays_alone_while_others_come() {
        call("61231004");
        call("61231005");
        open(INBOX).reads("85261231004");
        browser().driver.findElement(By.linkText("+85261231004")).click();
        browser().awaitAddress("to=85261231004");
        browser().reads("85261231004");
        assertThat(browser().text()).doesNotContain("85261231005");
        call("61231006");
        world.client.advance("61s");
        String code = call("61231004");
        browser().reads(code);
        assertThat(browser().text()).doesNotContain("85261231006");
        type("#to", "85261231006");
        browser().press("Filter").reads("85261231006");
        type("#to", "nobody at all");
        browser().press("Filter").reads("Type the digits of a number");
        assertThat(element("#to").getAttribute("value")).isEqualTo("nobody at all");
        browser().driver.findElement(By.linkText("Show all")).click();
        browser().reads("85261231004");
    }

    @Test
    void all_are_cleared_here_and_by_somebody_else() {
        call("61231007");
        open(INBOX).reads("85261231007");
        browser().press("Clear all").reads("All messages are gone");
        assertThat(browser().driver.getCurrentUrl()).doesNotContain("done=");
        String code = call("61231008");
        browser().reads(code);
    }

    @Test
    void every_tool_does_its_work() {
        open(INBOX);
        browser().press("+24 h").reads("The clock was advanced");
        assertThat(element("#tool-clock summary").getText()).contains("+1d");
        type("#clock-set-at", "2033-01-02T03:04:05Z");
        browser().press("Set").reads("The clock was set");
        assertThat(element("#now").getText()).startsWith("2033-01-02 03:04");
        browser().press("Back to the real time").reads("reads the real time again");
        element("#tool-faults summary").click();
        type("#fault-add-action", "SendVerifyCode");
        type("#fault-add-value", "FailedOperation.SendVerifyCodeLimit");
        browser().press("Choose this fault").reads("The fault is chosen");
        assertThat(world.client
                        .call("SendVerifyCode", "CountryCode", "852", "PhoneNum", "61231009")
                        .code())
                .isEqualTo("FailedOperation.SendVerifyCodeLimit");
        element("#tool-numbers summary").click();
        type("#number-put-number", "85261231010");
        type("#number-put-code", "135791");
        browser().press("Save this number").reads("The test number was saved");
        assertThat(element("#tool-numbers").getText()).contains("85261231010", "135791");
        call("61231011");
        element("#tool-world summary").click();
        browser().press("Save a snapshot").reads("The world was saved");
        element("#reset-sure").click();
        browser().press("Reset the world").reads("The first world is back");
        assertThat(browser().text()).contains("No message yet");
        browser().press("Restore").reads("The saved world is back");
        assertThat(browser().text()).contains("85261231011");
    }

    @Test
    void what_is_wrong_stands_beside_its_field() {
        open(INBOX);
        type("#clock-advance-span", "3 parsecs");
        browser().press("Advance").reads("Write a span of time");
        assertThat(element("#clock-advance-span").getAttribute("value")).isEqualTo("3 parsecs");
        assertThat(element("#clock-advance-span").getAttribute("aria-invalid")).isEqualTo("true");
        element("#tool-faults summary").click();
        type("#fault-add-action", "SendVerifyCod");
        new Select(element("#fault-kind")).selectByValue("drop");
        browser().press("Choose this fault").reads("Did you mean");
        assertThat(new Select(element("#fault-kind")).getFirstSelectedOption().getAttribute("value"))
                .isEqualTo("drop");
        sound();
        element("#tool-world summary").click();
        browser().press("Reset the world").reads("Tick this first");
        sound();
    }

    @Test
    void no_text_becomes_a_script() {
        world.client.send("GET", "/console/inbox", "", "User-Agent", HOSTILE);
        Answer sent =
                world.client.rest("POST", "/v1/verifications", "{\"to\":\"+85261231012\"}", "User-Agent", HOSTILE);
        open(INBOX).reads("85261231012");
        for (String page : List.of(
                INBOX, "/console/doctor?id=" + ConsoleWorld.header(sent, "X-Request-Id"), "/console/explorer")) {
            assertThat(world.get(page).text())
                    .as("a User-Agent is kept nowhere: " + page)
                    .contains(page.contains("doctor") ? "StartVerification" : "Countersign")
                    .doesNotContain("owned");
        }
        type("#to", HOSTILE);
        browser().press("Filter").reads("Type the digits of a number");
        for (String field : List.of("#fault-add-action", "#fault-add-for", "#fault-add-value", "#fault-add-times")) {
            open(INBOX);
            element("#tool-faults summary").click();
            type(field, HOSTILE);
            browser().press("Choose this fault").reads("Inbox");
        }
        type("#clock-set-at", HOSTILE);
        browser().press("Set").reads("Inbox");
        assertThat(browser().driver.getTitle()).isEqualTo("Inbox · Countersign");
        assertThat(browser().driver.findElements(By.cssSelector("img[src=x]"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, light, en", "1280, dark, zh", "390, light, zh", "390, dark, en"})
    void every_screen_fits_and_can_be_read_by_everybody(int width, String scheme, String language) {
        browser().looks(width, scheme);
        open("/console/prefer?theme=auto&back=" + INBOX);
        open("/console/prefer?lang=" + language + "&back=" + INBOX);
        sound();
        send("sms", "+85261231014", "zh");
        send("voice", "+85261231017", "en");
        send("email", "somebody.with.quite.a.long.address@department.example.com", "en");
        world.client.send("PUT", "/dev/faults", "{\"match\":{\"action\":\"SendVerifyCode\"},\"fail\":{\"drop\":true}}");
        world.client.send("PUT", "/dev/test-numbers", "{\"number\":\"85261231015\",\"code\":\"123456\"}");
        world.client.send("POST", "/dev/snapshots", "");
        open(INBOX);
        for (WebElement tool : browser().driver.findElements(By.cssSelector(".tool:not([open]) > summary"))) {
            tool.click();
        }
        sound();
        open(INBOX + "?to=nobody");
        sound();
        open(INBOX + "?to=85261239999");
        sound();
        open("/console/prefer?lang=en&back=" + INBOX);
    }

    private static void sound() {
        assertThat(browser().barriers()).isEmpty();
        assertThat(browser().overflow()).isLessThanOrEqualTo(0);
    }

    @Test
    void without_scripts_it_is_read_by_reloading() {
        try (Chromium plain = new Chromium(directory.resolve("plain"), false, "en-GB,en")) {
            plain.open(world.base() + INBOX).reads("No message yet");
            call("61231016");
            plain.await(By.linkText("Reload")).click();
            plain.reads("85261231016");
            plain.press("+24 h").reads("The clock was advanced");
        }
    }
}

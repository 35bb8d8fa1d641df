package dev.countersign.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.page.Keyboard;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/// The console's main jobs without a pointer, in a real Chromium.
final class KeyboardBrowserTest extends ConsoleBrowsing {
    private static Keyboard keys() {
        return new Keyboard(browser());
    }

    @Test
    void an_action_is_found_called_and_taken_along_as_code() {
        open("/console/explorer");
        keys().press(Keys.TAB);
        assertThat(keys().focused().getAttribute("class")).isEqualTo("skip");
        keys().press(Keys.ENTER);
        assertThat(keys().focused().getAttribute("id")).isEqualTo("main");
        keys().press("/");
        assertThat(keys().focused().getAttribute("id")).isEqualTo("q");
        keys().press("sendverify");
        browser().reads("1 of ");
        keys().tabTo("#found a");
        keys().press(Keys.ENTER);
        browser().awaitAddress("SendVerifyCode");
        keys().tabTo("#p-PhoneNum");
        keys().with(Keys.CONTROL, "a");
        keys().press("61230088");
        keys().tabTo("#key");
        keys().press("al");
        keys().tabTo("#call button[value=call]");
        keys().press(Keys.SPACE);
        browser().reads("HTTP 200");
        assertThat(world.client.nextCode("85261230088")).hasSize(6);
        assertThat(element("#key").getAttribute("value")).isEqualTo("alice");
        keys().tabTo("#parts a[aria-selected=true]");
        assertThat(keys().focused().getText()).isEqualTo("Answer");
        keys().press(Keys.ARROW_RIGHT);
        assertThat(keys().focused().getText()).isEqualTo("Signature");
        assertThat(element("#step-StringToSign").isDisplayed()).isTrue();
        keys().press(Keys.END);
        assertThat(keys().focused().getText()).isEqualTo("Code");
        keys().tabTo("#tongues a[aria-selected=true]");
        keys().press(Keys.ARROW_RIGHT);
        assertThat(element("#text-python").isDisplayed()).isTrue();
        keys().tabTo("#code-python button[data-copy]");
        keys().press(Keys.ENTER);
        browser().reads("Copied");
        keys().with(Keys.SHIFT, Keys.TAB);
        keys().press(Keys.HOME);
        assertThat(element("#text-java").isDisplayed()).isTrue();
    }

    @Test
    void only_what_is_required_is_shown_and_a_refusal_is_beside_its_field() {
        open("/console/explorer/alibaba/sts/2015-04-01/AssumeRole");
        keys().tabTo("#required-only");
        keys().press(Keys.SPACE);
        keys().tabTo("#p-RoleArn");
        keys().with(Keys.CONTROL, "a");
        keys().press(Keys.BACK_SPACE);
        keys().tabTo("#p-RoleSessionName");
        keys().press(Keys.ENTER);
        browser().reads("Refused");
        assertThat(element("#p-RoleArn").getAttribute("aria-invalid")).isEqualTo("true");
    }

    @Test
    void a_refusal_is_explained_from_its_answer() {
        open(ExplorerTest.SEND + "?key=bob");
        keys().tabTo("#call button[value=call]");
        keys().press(Keys.ENTER);
        browser().reads("Refused");
        keys().tabTo("#explain");
        keys().press(Keys.ENTER);
        browser().reads("Refused by: Permission");
        keys().tabTo("#request");
        keys().press("curl 'http://x");
        keys().tabTo("#theirs");
        keys().tabTo("main button");
        keys().press(Keys.ENTER);
        browser().reads("is not closed");
    }

    @Test
    void messages_are_filtered_copied_and_cleared_and_a_tool_is_used() {
        browser()
                .driver
                .executeCdpCommand(
                        "Browser.grantPermissions",
                        Map.of(
                                "origin",
                                world.base(),
                                "permissions",
                                List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        world.client.call("SendVerifyCode", "CountryCode", "852", "PhoneNum", "61230086");
        world.client.call("SendVerifyCode", "CountryCode", "852", "PhoneNum", "61230087");
        world.client.newest("85261230086", "code");
        String code = world.client.newest("85261230087", "code");
        open("/console/inbox").reads("85261230086");
        keys().tabTo("#to");
        keys().press("85261230087", Keys.ENTER);
        browser().awaitAddress("to=85261230087");
        browser().reads(code);
        assertThat(browser().text()).doesNotContain("85261230086");
        keys().tabTo(".letter button[data-copy]");
        keys().press(Keys.ENTER);
        browser().reads("Copied");
        assertThat(
                        browser()
                                .driver
                                .executeAsyncScript(
                                        "const done = arguments[0]; navigator.clipboard.readText().then(done, e => done(String(e)))"))
                .isEqualTo(code);
        keys().tabTo("#tool-numbers > summary");
        keys().press(Keys.ENTER);
        assertThat(element("#number-put-number").isDisplayed()).isTrue();
        keys().tabTo("#number-put-number");
        keys().press("85261230085");
        keys().tabTo("#number-put-code");
        keys().press("135791", Keys.ENTER);
        browser().reads("The test number was saved");
        assertThat(element("#tool-numbers").getText()).contains("85261230085", "135791");
        keys().backTo("form:has(> input[value=clear]) button");
        keys().press(Keys.SPACE);
        browser().reads("All messages are gone");
        assertThat(browser().driver.findElements(By.cssSelector(".letter"))).isEmpty();
    }
}

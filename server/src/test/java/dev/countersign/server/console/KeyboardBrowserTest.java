package dev.countersign.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/// The console's main jobs without a pointer, in a real Chromium.
final class KeyboardBrowserTest extends ConsoleBrowsing {
    private static final int MOST_STOPS = 60;

    private static void press(CharSequence... keys) {
        new Actions(browser().driver).sendKeys(keys).perform();
    }

    private static void with(Keys held, CharSequence key) {
        new Actions(browser().driver).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    private static WebElement focused() {
        return browser().driver.switchTo().activeElement();
    }

    /// Goes on with the tab key until there; each stop on the way can be seen, and shows that it has the focus.
    private static void tabTo(String css) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            press(Keys.TAB);
            Object seen = browser().driver.executeScript("""
                    const at = document.activeElement;
                    const style = getComputedStyle(at);
                    const box = at.getBoundingClientRect();
                    return (style.outlineStyle !== 'none' && box.width > 0 && box.height > 0) + ' ' + at.matches(arguments[0])
                        + ' ' + at.outerHTML.slice(0, 120);
                    """, css);
            String stop = Objects.requireNonNull(seen).toString();
            assertThat(stop).startsWith("true ");
            if (stop.startsWith("true true")) {
                return;
            }
        }
        throw new AssertionError("the tab key does not lead to " + css);
    }

    @Test
    void an_action_is_found_called_and_taken_along_as_code() {
        open("/console/explorer");
        press(Keys.TAB);
        assertThat(focused().getAttribute("class")).isEqualTo("skip");
        press(Keys.ENTER);
        assertThat(focused().getAttribute("id")).isEqualTo("main");
        press("/");
        assertThat(focused().getAttribute("id")).isEqualTo("q");
        press("sendverify");
        browser().reads("1 of ");
        tabTo("#found a");
        press(Keys.ENTER);
        browser().awaitAddress("SendVerifyCode");
        tabTo("#p-PhoneNum");
        with(Keys.CONTROL, "a");
        press("61230088");
        tabTo("#key");
        press("al");
        tabTo("#call button[value=call]");
        press(Keys.SPACE);
        browser().reads("HTTP 200");
        assertThat(world.client.nextCode("85261230088")).hasSize(6);
        assertThat(element("#key").getAttribute("value")).isEqualTo("alice");
        tabTo("#parts a[aria-selected=true]");
        assertThat(focused().getText()).isEqualTo("Answer");
        press(Keys.ARROW_RIGHT);
        assertThat(focused().getText()).isEqualTo("Signature");
        assertThat(element("#step-StringToSign").isDisplayed()).isTrue();
        press(Keys.END);
        assertThat(focused().getText()).isEqualTo("Code");
        tabTo("#tongues a[aria-selected=true]");
        press(Keys.ARROW_RIGHT);
        assertThat(element("#text-python").isDisplayed()).isTrue();
        tabTo("#code-python button[data-copy]");
        press(Keys.ENTER);
        browser().reads("Copied");
        with(Keys.SHIFT, Keys.TAB);
        press(Keys.HOME);
        assertThat(element("#text-java").isDisplayed()).isTrue();
    }

    @Test
    void only_what_is_required_is_shown_and_a_refusal_is_beside_its_field() {
        open("/console/explorer/alibaba/sts/2015-04-01/AssumeRole");
        tabTo("#required-only");
        press(Keys.SPACE);
        tabTo("#p-RoleArn");
        with(Keys.CONTROL, "a");
        press(Keys.BACK_SPACE);
        tabTo("#p-RoleSessionName");
        press(Keys.ENTER);
        browser().reads("Refused");
        assertThat(element("#p-RoleArn").getAttribute("aria-invalid")).isEqualTo("true");
    }

    @Test
    void a_refusal_is_explained_from_its_answer() {
        open(ExplorerTest.SEND + "?key=bob");
        tabTo("#call button[value=call]");
        press(Keys.ENTER);
        browser().reads("Refused");
        tabTo("#explain");
        press(Keys.ENTER);
        browser().reads("Refused by: Permission");
        tabTo("#request");
        press("curl 'http://x");
        tabTo("#theirs");
        tabTo("main button");
        press(Keys.ENTER);
        browser().reads("is not closed");
    }
}

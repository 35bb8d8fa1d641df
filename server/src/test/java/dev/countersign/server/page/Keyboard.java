package dev.countersign.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/// Whoever has no pointer, before a Chromium.
///
/// @param browser what they look at
public record Keyboard(Chromium browser) {
    private static final int MOST_STOPS = 60;

    /// Presses these, one after the other.
    public void press(CharSequence... keys) {
        new Actions(browser.driver).sendKeys(keys).perform();
    }

    /// Presses one while another is held.
    public void with(Keys held, CharSequence key) {
        new Actions(browser.driver).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    /// What has the focus.
    public WebElement focused() {
        return browser.driver.switchTo().activeElement();
    }

    /// Goes on with the tab key until there; each stop on the way can be seen, and shows that it has the focus.
    public void tabTo(String css) {
        walk(() -> press(Keys.TAB), css);
    }

    /// Goes back likewise.
    public void backTo(String css) {
        walk(() -> with(Keys.SHIFT, Keys.TAB), css);
    }

    private void walk(Runnable step, String css) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            step.run();
            Object seen = browser.driver.executeScript("""
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
}

package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.server.page.Chromium;
import dev.countersign.server.page.Keyboard;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/// The whole sign-in, on a phone, in a real Chromium.
final class ConsoleSignInBrowserTest {
    @TempDir
    private Path directory;

    @Test
    void a_person_signs_in_with_password_and_phone_looks_and_signs_out() {
        assumeTrue(Chromium.present(), "no Chromium is here");
        try (ServedConsole console = new ServedConsole(directory.resolve("console"));
                Chromium browser = new Chromium(directory.resolve("profile"), true, "en-GB,en")) {
            browser.looks(390, "light").open(console.base() + "/console/explorer?q=verify");
            browser.awaitAddress("/console/signin");
            sound(browser);
            assertThat(browser.driver.switchTo().activeElement().getAttribute("id"))
                    .isEqualTo("uin");
            fill(browser, console.uin("phone"), "Wrong-horse-7");
            browser.reads("UIN or password is not right");
            assertThat(browser.await(By.id("uin")).getAttribute("value")).isEqualTo("" + console.uin("phone"));
            assertThat(browser.await(By.id("password")).getAttribute("value")).isEmpty();
            assertThat(browser.driver.switchTo().activeElement().getAttribute("id"))
                    .isEqualTo("password");
            sound(browser);
            fill(browser, console.uin("phone"), ServedConsole.PASSWORD);
            browser.awaitAddress("/challenge/");
            browser.press("Send a text message");
            browser.type(console.code("85261230004"));
            browser.awaitAddress("/console/explorer?q=verify");
            sound(browser);
            browser.press("Sign out").reads("You are signed out.");
            sound(browser);
            browser.open(console.base() + "/console/explorer").awaitAddress("/console/signin");
        }
    }

    @Test
    void a_person_signs_in_and_out_with_the_keyboard_alone() {
        assumeTrue(Chromium.present(), "no Chromium is here");
        try (ServedConsole console = new ServedConsole(directory.resolve("console"));
                Chromium browser = new Chromium(directory.resolve("profile"), true, "en-GB,en")) {
            Keyboard keys = new Keyboard(browser);
            browser.looks(1280, "light").open(console.base() + "/console/explorer?q=verify");
            browser.awaitAddress("/console/signin");
            assertThat(keys.focused().getAttribute("id")).isEqualTo("uin");
            keys.press(Long.toString(console.uin("operator")));
            keys.tabTo("#password");
            keys.press("Wrong-horse-7", Keys.ENTER);
            browser.reads("UIN or password is not right");
            assertThat(keys.focused().getAttribute("id")).isEqualTo("password");
            keys.press(ServedConsole.PASSWORD);
            keys.tabTo("main button.first");
            keys.press(Keys.ENTER);
            browser.awaitAddress("/console/explorer?q=verify");
            keys.tabTo("form[action='/console/signout'] button");
            keys.press(Keys.ENTER);
            browser.reads("You are signed out.");
            browser.open(console.base() + "/console/explorer").awaitAddress("/console/signin");
        }
    }

    @Test
    void the_page_that_was_wanted_is_reached_in_another_language_and_theme() {
        assumeTrue(Chromium.present(), "no Chromium is here");
        try (ServedConsole console = new ServedConsole(directory.resolve("console"));
                Chromium browser = new Chromium(directory.resolve("profile"), true, "en-GB,en")) {
            browser.looks(390, "light").open(console.base() + "/console/explorer?q=verify");
            browser.awaitAddress("/console/signin");
            browser.await(By.cssSelector(".ways a[hreflang]")).click();
            browser.reads("登录");
            browser.await(By.cssSelector(".ways a.to-dark")).click();
            browser.await(By.cssSelector("html[data-theme=dark]"));
            browser.await(By.id("uin")).sendKeys(Long.toString(console.uin("operator")));
            browser.await(By.id("password")).sendKeys(ServedConsole.PASSWORD, Keys.ENTER);
            browser.awaitAddress("/console/explorer?q=verify");
        }
    }

    private static void fill(Chromium browser, long uin, String password) {
        browser.await(By.id("uin")).clear();
        browser.await(By.id("uin")).sendKeys(Long.toString(uin));
        browser.await(By.id("password")).sendKeys(password);
        browser.press("Sign in");
    }

    private static void sound(Chromium browser) {
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.overflow()).isNotPositive();
    }
}

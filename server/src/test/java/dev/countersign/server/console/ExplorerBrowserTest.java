package dev.countersign.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/// From the search to the answer, in a real Chromium.
final class ExplorerBrowserTest extends ConsoleBrowsing {
    private static final String HOSTILE =
            "\"><img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";

    @Test
    void an_action_is_searched_filled_called_and_its_answer_seen() {
        open("/console");
        browser().awaitAddress("/console/explorer");
        browser().driver.switchTo().activeElement().sendKeys("/");
        assertThat(browser().driver.switchTo().activeElement()).isEqualTo(element("#q"));
        element("#q").sendKeys("sendverify");
        browser().reads("1 of ");
        browser().awaitAddress("q=sendverify");
        element("#found a").click();
        browser().awaitAddress("SendVerifyCode");
        assertThat(element("#p-CountryCode").getAttribute("value")).isEqualTo("852");
        type("#p-PhoneNum", "61230099");
        new Select(element("#key")).selectByValue("alice");
        browser().press("Call").reads("HTTP 200");
        assertThat(element("#outcome").getText()).contains("OK", " ms", "Request id");
        assertThat(element("#body").getText()).contains("\"RequestId\"");
        assertThat(world.client.nextCode("85261230099")).hasSize(6);
        assertThat(browser().awaitAddress("p.PhoneNum=61230099"))
                .contains("key=alice")
                .doesNotContain("secret");
        browser().driver.navigate().refresh();
        browser().reads("SendVerifyCode");
        assertThat(element("#p-PhoneNum").getAttribute("value")).isEqualTo("61230099");
        assertThat(new Select(element("#key")).getFirstSelectedOption().getAttribute("value"))
                .isEqualTo("alice");
    }

    @Test
    void on_a_phone_the_answer_is_what_is_seen_after_a_call() {
        browser().looks(390, "dark");
        open("/console/explorer/rest/countersign/v1/StartVerification");
        browser().press("Call").reads("HTTP 201");
        Object top =
                browser().driver.executeScript("return document.getElementById('outcome').getBoundingClientRect().top");
        assertThat(((Number) Objects.requireNonNull(top)).doubleValue()).isBetween(56.0, 600.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void on_a_phone_the_parts_of_an_action_stand_in_one_row(String language) {
        browser().looks(390, "light");
        open("/console/prefer?lang=" + language + "&back=/console/explorer");
        open(ExplorerTest.SEND);
        assertThat(browser().driver.findElements(By.cssSelector("#parts a")).stream()
                        .map(tab -> tab.getRect().getY())
                        .distinct())
                .hasSize(1);
        open("/console/prefer?lang=en&back=/console/explorer");
    }

    @Test
    void a_refusal_stands_beside_the_field_that_it_is_about() {
        open(ExplorerTest.SEND);
        element("#p-PhoneNum").clear();
        browser().press("Call").reads("Refused");
        assertThat(element("#p-PhoneNum").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(element("#p-PhoneNum-wrong").getText()).contains("PhoneNum");
        assertThat(element("#p-PhoneNum").getAttribute("aria-describedby")).contains("p-PhoneNum-wrong");
        assertThat(element("#p-CountryCode").getAttribute("value")).isEqualTo("852");
        sound();
    }

    @Test
    void the_signature_follows_what_is_typed() {
        open(ExplorerTest.SEND);
        element("a[href='#signature']").click();
        assertThat(element("#step-StringToSign").getText()).startsWith("TC3-HMAC-SHA256");
        type("#at", "1551113065");
        browser().press("Sign again").reads("2019-02-25/intlpartnersmgt/tc3_request");
        assertThat(element("#at").getAttribute("value")).isEqualTo("1551113065");
        assertThat(element("#step-kDate").isDisplayed()).isTrue();
        sound();
    }

    @Test
    void a_wrong_time_and_a_wrong_nonce_are_told_beside_their_fields() {
        open("/console/explorer/alibaba/sts/2015-04-01/GetCallerIdentity");
        element("a[href='#signature']").click();
        assertThat(element("#at").getAttribute("aria-describedby")).isEqualTo("at-hint");
        assertThat(element("#nonce").getAttribute("aria-describedby")).isEqualTo("nonce-hint");
        type("#at", "yesterday");
        type("#nonce", "a b");
        browser().press("Sign again").reads("Type seconds since 1970");
        for (String name : List.of("at", "nonce")) {
            assertThat(element("#" + name).getAttribute("aria-invalid")).isEqualTo("true");
            assertThat(element("#" + name).getAttribute("aria-describedby"))
                    .isEqualTo(name + "-hint " + name + "-wrong");
            assertThat(element("#" + name + "-wrong").getText()).startsWith("Type ");
        }
        sound();
    }

    @Test
    void tabs_are_walked_with_the_arrow_keys_and_code_is_copied() {
        open(ExplorerTest.SEND);
        WebElement tab = element("a[href='#about']");
        tab.sendKeys(Keys.ARROW_RIGHT);
        assertThat(element("#answer").getText()).contains("No call was made yet");
        browser().driver.switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        browser().driver.switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        element("a[href='#code-go']").click();
        assertThat(element("#text-go").getText()).contains("NewCommonRequest(\"intlpartnersmgt\"");
        element("#code-go button[data-copy]").click();
        browser().reads("Copied");
        sound();
    }

    @Test
    void only_what_is_required_can_be_shown() {
        open("/console/explorer/alibaba/sts/2015-04-01/AssumeRole");
        assertThat(element("#p-Policy").isDisplayed()).isTrue();
        element("#required-only").click();
        assertThat(browser().driver.findElement(By.id("p-Policy")).isDisplayed())
                .isFalse();
        assertThat(element("#p-RoleArn").isDisplayed()).isTrue();
    }

    @Test
    void no_text_becomes_a_script() {
        open(ExplorerTest.SEND);
        type("#p-PhoneNum", HOSTILE);
        type("#p-CountryCode", HOSTILE);
        browser().press("Call").reads("Refused");
        assertThat(browser().driver.getTitle()).isEqualTo("SendVerifyCode · Countersign");
        element("a[href='#signature']").click();
        assertThat(element("#request").getText()).contains("<script>");
        open("/console/explorer").reads("actions");
        element("#q").sendKeys(HOSTILE);
        browser().reads("No action is like that");
        assertThat(browser().driver.getTitle()).isEqualTo("Explorer · Countersign");
        assertThat(browser().driver.findElements(By.cssSelector("img[src=x]"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, light, en", "1280, dark, zh", "390, light, zh", "390, dark, en"})
    void every_screen_fits_and_can_be_read_by_everybody(int width, String scheme, String language) {
        browser().looks(width, scheme);
        open("/console/prefer?theme=auto&back=/console/explorer");
        open("/console/prefer?lang=" + language + "&back=/console/explorer");
        sound();
        for (String path : List.of(
                "/console/explorer?q=nothing+at+all",
                "/console/nowhere",
                ExplorerTest.SEND,
                "/console/explorer/tencent/cam/2019-01-16/AddUser?fill=all&scheme=tc3",
                "/console/explorer/alibaba/sts/2015-04-01/AssumeRole",
                "/console/explorer/rest/countersign/v1/StartVerification")) {
            open(path);
            sound();
            for (WebElement tab : browser().driver.findElements(By.cssSelector("#parts a"))) {
                tab.click();
                sound();
            }
        }
        open("/console/prefer?lang=en&back=/console/explorer");
    }

    private static void sound() {
        assertThat(browser().barriers()).isEmpty();
        assertThat(browser().overflow()).isLessThanOrEqualTo(0);
    }

    @Test
    void theme_and_language_are_switched_where_one_is() {
        open(ExplorerTest.SEND + "?scheme=tc3&p.PhoneNum=61230011");
        element(".ways a[hreflang]").click();
        browser().reads("发起调用");
        assertThat(element("#p-PhoneNum").getAttribute("value")).isEqualTo("61230011");
        browser().driver.findElements(By.cssSelector(".ways a")).get(1).click();
        assertThat(element("html").getAttribute("data-theme")).isEqualTo("dark");
        assertThat(element("#p-PhoneNum").getAttribute("value")).isEqualTo("61230011");
        open("/console/prefer?theme=auto&back=/console/explorer");
        open("/console/prefer?lang=en&back=/console/explorer");
    }

    @ParameterizedTest
    @CsvSource({"light, dark", "dark, light"})
    void the_first_switch_leads_to_the_theme_that_the_system_has_not(String system, String other) {
        browser().looks(1280, system);
        open("/console/prefer?theme=auto&back=/console/explorer");
        List<WebElement> seen = browser().driver.findElements(By.cssSelector(".ways a.of-auto")).stream()
                .filter(WebElement::isDisplayed)
                .toList();
        assertThat(seen).hasSize(1);
        seen.getFirst().click();
        assertThat(browser()
                        .await(By.cssSelector("html[data-theme=" + other + "]"))
                        .isDisplayed())
                .isTrue();
        open("/console/prefer?theme=auto&back=/console/explorer");
    }
}

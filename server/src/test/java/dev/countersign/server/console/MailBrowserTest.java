package dev.countersign.server.console;

import static dev.countersign.server.console.ConsoleWorld.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.delivery.template.TemplateText;
import dev.countersign.destination.Channel;
import dev.countersign.server.Countersign.DevOptions;
import dev.countersign.server.config.TemplateConfig;
import dev.countersign.server.page.Chromium;
import dev.countersign.server.page.Elsewhere;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/// A mail whose writer means harm, previewed in a real Chromium: it is seen, and can do nothing.
final class MailBrowserTest {
    private static final String INBOX = "/console/inbox";
    private static final String SUBJECT =
            "Your code {code}\"><img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";

    /// Somebody else's server, to which nobody must even connect.
    private final Elsewhere elsewhere = new Elsewhere("");

    @TempDir
    private Path directory;

    @AfterEach
    void stops() {
        elsewhere.close();
    }

    private String evil() {
        String there = elsewhere.at("127.0.0.1");
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>mail</title>"
                + "<meta http-equiv=\"refresh\" content=\"0;url=" + there + "/refresh\"><base href=\"" + there + "/\">"
                + "<link rel=\"stylesheet\" href=\"" + there + "/sheet.css\">"
                + hints(there)
                + "<style>@import url(" + there + "/import.css); body {{ color: rgb(1, 2, 3); background: url(" + there
                + "/background.png) }}</style>"
                + "<script src=\"" + there + "/script.js\"></script>"
                + "<script>top.document.title='owned'; fetch('" + there + "/fetch');</script></head>"
                + "<body onload=\"top.document.title='owned'\"><p id=\"said\">{code} is your code</p>"
                + "<img src=\"" + there + "/pixel.png\" onerror=\"top.document.title='owned'\">"
                + "<iframe src=\"" + there + "/frame\"></iframe><iframe srcdoc=\"&lt;link rel=preconnect href=" + there
                + "/&gt;\"></iframe><object data=\"" + there + "/object\"></object>"
                + "<video src=\"" + there + "/video\" autoplay></video>"
                + "<form action=\"" + there + "/form\"><button id=\"send\">send</button></form>"
                + "<a id=\"away\" href=\"" + there + "/away\">away</a>"
                + "<a id=\"top\" target=\"_top\" href=\"" + there + "/top\">top</a></body></html>";
    }

    /// What makes a browser fetch or connect before anything is needed.
    private static String hints(String there) {
        return Stream.of("preconnect", "dns-prefetch", "prefetch", "preload", "modulepreload", "prerender", "icon")
                .flatMap(rel -> Stream.of("<link rel=\"%s\" as=\"image\" href=\"%s/%s\">", "<LinK\nrel=%s href=%s/%s>")
                        .map(tag -> tag.formatted(rel, there, rel)))
                .collect(Collectors.joining());
    }

    private ConsoleWorld world() {
        TemplateConfig template = new TemplateConfig(
                Optional.empty(),
                Optional.of("login"),
                Optional.of(Channel.EMAIL),
                Optional.empty(),
                Optional.of("Example"),
                Optional.of(TemplateText.parse("{code} is your code")),
                Optional.of(TemplateText.parse(SUBJECT)),
                Optional.of(TemplateText.parse(evil())),
                Optional.empty());
        return new ConsoleWorld(
                DevOptions.at(directory.resolve("world")).relaxed().saying(Map.of("evil", template)));
    }

    @Test
    void a_hostile_mail_is_seen_and_runs_fetches_and_leads_to_nothing() {
        assumeTrue(Chromium.present(), "no Chromium is here");
        try (ConsoleWorld world = world();
                Chromium browser = new Chromium(directory.resolve("profile"), true, "en-GB,en")) {
            Answer sent = world.client.rest("POST", "/v1/verifications", "{\"to\":\"eve@example.com\"}");
            assertThat(sent.status()).as(sent.text()).isEqualTo(201);
            String code = world.client.newest("eve@example.com", "code");
            browser.looks(1280, "light").open(world.base() + INBOX).reads("Your code " + code);
            assertThat(browser.await(By.cssSelector(".subject")).getText()).contains("<script>");
            assertThat(browser.driver.findElements(By.cssSelector("img[src=x]")))
                    .isEmpty();

            WebElement frame = browser.await(By.cssSelector("iframe.sheet"));
            assertThat(frame.getAttribute("sandbox")).isEmpty();
            browser.driver.switchTo().frame(frame);
            WebElement said = browser.await(By.id("said"));
            assertThat(said.getText()).isEqualTo(code + " is your code");
            assertThat(said.getCssValue("color")).contains("1, 2, 3");
            browser.driver.switchTo().defaultContent();
            nobodyConnected(browser);

            // Also when somebody opens it by itself.
            browser.open(world.base() + INBOX);
            String alone = Objects.requireNonNull(
                    browser.await(By.cssSelector("iframe.sheet")).getAttribute("src"));
            browser.open(alone).reads(code + " is your code");
            assertThat(browser.driver.getTitle()).isEqualTo("mail");
            nobodyConnected(browser);
            Answer document = world.get(alone.substring(world.base().length()));
            assertThat(header(document, "Content-Security-Policy"))
                    .startsWith("sandbox; default-src 'none'")
                    .contains("frame-ancestors 'self'");
            browser.open(world.base() + INBOX);
            browser.driver.switchTo().frame(browser.await(By.cssSelector("iframe.sheet")));
            for (String what : List.of("send", "top", "away")) {
                browser.driver.findElement(By.id(what)).click();
                browser.driver.switchTo().defaultContent();
                assertThat(browser.driver.getCurrentUrl()).startsWith(world.base() + INBOX);
                assertThat(browser.driver.getWindowHandles()).hasSize(1);
                browser.driver.switchTo().frame(browser.await(By.cssSelector("iframe.sheet")));
            }
            browser.driver.switchTo().defaultContent();
            assertThat(browser.driver.getTitle()).isEqualTo("Inbox · Countersign");

            // A click that is not followed may still connect, but asks for nothing.
            later(browser);
            assertThat(elsewhere.seen()).allMatch("connection"::equals);
        }
    }

    /// A page that connects before it needs to does so in this browser, and later than the mail would have.
    private void nobodyConnected(Chromium browser) {
        later(browser);
        assertThat(elsewhere.seen()).isEmpty();
    }

    private static void later(Chromium browser) {
        try (Elsewhere hinted = new Elsewhere("");
                Elsewhere page = new Elsewhere("<!doctype html><title>page</title>" + hints(hinted.at("127.0.0.1")))) {
            browser.open(page.at("127.0.0.1"));
            hinted.awaitConnection();
        }
    }

    @Test
    void our_own_mail_is_previewed_and_can_be_read_by_everybody() {
        assumeTrue(Chromium.present(), "no Chromium is here");
        try (ConsoleWorld world = new ConsoleWorld(directory.resolve("plain"));
                Chromium browser = new Chromium(directory.resolve("profile"), true, "en-GB,en")) {
            browser.looks(390, "dark").open(world.base() + INBOX).reads("No message yet");
            world.client.rest("POST", "/v1/verifications", "{\"to\":\"live@example.com\",\"locale\":\"en\"}");
            String code = world.client.newest("live@example.com", "code");
            browser.reads("live@example.com");
            assertThat(browser.barriers()).isEmpty();
            assertThat(browser.overflow()).isLessThanOrEqualTo(0);
            browser.await(By.cssSelector(".plain summary")).click();
            assertThat(browser.await(By.cssSelector(".plain p")).getText()).contains(code);
            browser.driver.switchTo().frame(browser.await(By.cssSelector("iframe.sheet")));
            assertThat(browser.await(By.tagName("p")).getText()).contains(code + " is your code");
            assertThat(browser.driver.findElement(By.tagName("html")).getAttribute("lang"))
                    .isEqualTo("en");
        }
    }
}

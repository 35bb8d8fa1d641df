package dev.countersign.server.console;

import static dev.countersign.server.console.ConsoleWorld.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.countersign.delivery.template.TemplateText;
import dev.countersign.destination.Channel;
import dev.countersign.server.Countersign.DevOptions;
import dev.countersign.server.config.TemplateConfig;
import dev.countersign.server.page.Chromium;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/// A mail whose writer means harm, previewed in a real Chromium: it is seen, and can do nothing.
final class MailBrowserTest {
    private static final String INBOX = "/console/inbox";
    private static final String SUBJECT =
            "Your code {code}\"><img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";

    /// Somebody else's server, which must never be asked for anything.
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    private HttpServer elsewhere;

    @TempDir
    private Path directory;

    @BeforeEach
    void listens() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        elsewhere.start();
    }

    @AfterEach
    void stops() {
        elsewhere.stop(0);
    }

    private String evil() {
        String there = "http://127.0.0.1:" + elsewhere.getAddress().getPort();
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>mail</title>"
                + "<meta http-equiv=\"refresh\" content=\"0;url=" + there + "/refresh\"><base href=\"" + there + "/\">"
                + "<link rel=\"stylesheet\" href=\"" + there + "/sheet.css\">"
                + "<link rel=\"prefetch\" href=\"" + there + "/prefetch\">"
                + "<style>@import url(" + there + "/import.css); body {{ color: rgb(1, 2, 3); background: url(" + there
                + "/background.png) }}</style>"
                + "<script src=\"" + there + "/script.js\"></script>"
                + "<script>top.document.title='owned'; fetch('" + there + "/fetch');</script></head>"
                + "<body onload=\"top.document.title='owned'\"><p id=\"said\">{code} is your code</p>"
                + "<img src=\"" + there + "/pixel.png\" onerror=\"top.document.title='owned'\">"
                + "<iframe src=\"" + there + "/frame\"></iframe><object data=\"" + there + "/object\"></object>"
                + "<video src=\"" + there + "/video\" autoplay></video>"
                + "<form action=\"" + there + "/form\"><button id=\"send\">send</button></form>"
                + "<a id=\"away\" href=\"" + there + "/away\">away</a>"
                + "<a id=\"top\" target=\"_top\" href=\"" + there + "/top\">top</a></body></html>";
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
            for (String what : List.of("send", "top", "away")) {
                browser.driver.findElement(By.id(what)).click();
                browser.driver.switchTo().defaultContent();
                assertThat(browser.driver.getCurrentUrl()).startsWith(world.base() + INBOX);
                assertThat(browser.driver.getWindowHandles()).hasSize(1);
                browser.driver.switchTo().frame(browser.await(By.cssSelector("iframe.sheet")));
            }
            browser.driver.switchTo().defaultContent();
            assertThat(browser.driver.getTitle()).isEqualTo("Inbox · Countersign");

            // Also when somebody opens it by itself.
            String alone = Objects.requireNonNull(
                    browser.await(By.cssSelector("iframe.sheet")).getAttribute("src"));
            browser.open(alone).reads(code + " is your code");
            assertThat(browser.driver.getTitle()).isEqualTo("mail");
            assertThat(asked).isEmpty();
            Answer document = world.get(alone.substring(world.base().length()));
            assertThat(header(document, "Content-Security-Policy"))
                    .startsWith("sandbox; default-src 'none'")
                    .contains("frame-ancestors 'self'");
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

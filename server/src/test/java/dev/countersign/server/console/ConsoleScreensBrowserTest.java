package dev.countersign.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.console.html.Assets;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.value.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/// What holds for every screen of the console alike, in a real Chromium: nothing jumps while it loads, and it loads
/// little, and only from here.
final class ConsoleScreensBrowserTest extends ConsoleBrowsing {
    private static final int MOST_BYTES = 120_000;

    /// Each with what is in it, so that a screen that failed to load is no screen without a fault.
    private static final List<List<String>> SCREENS = List.of(
            List.of("/console/explorer", "#found a"),
            List.of("/console/explorer?q=xyzzy", "#found"),
            List.of("/console/nowhere", "main"),
            List.of(ExplorerTest.SEND, "#call"),
            List.of("/console/explorer/tencent/cam/2019-01-16/AddUser?fill=all&scheme=tc3", "#call"),
            List.of("/console/explorer/alibaba/sts/2015-04-01/AssumeRole#signature", "#call"),
            List.of("/console/explorer/rest/countersign/v1/StartVerification#code", "#call"),
            List.of("/console/doctor", "#request"),
            List.of("/console/doctor?id=no", "#id[aria-invalid]"),
            List.of("/console/doctor?id=00000000-0000-4000-8000-000000000000", "#result"),
            List.of("/console/inbox", "#letters"));

    private static void still(String where) {
        assertThat(browser().shifts()).as(where).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, light, en", "1280, dark, zh", "390, light, zh", "390, dark, en"})
    void nothing_shifts_while_a_screen_loads(int width, String scheme, String language) {
        browser().looks(width, scheme);
        open("/console/prefer?theme=auto&back=/console/explorer");
        open("/console/prefer?lang=" + language + "&back=/console/explorer");
        for (List<String> screen : SCREENS) {
            open(screen.getFirst());
            element(screen.getLast());
            still(screen.getFirst());
        }
        open(ExplorerTest.SEND);
        element("a[href='#code']").click();
        element("a[href='#code-python']").click();
        open(ExplorerTest.SEND);
        assertThat(element("#text-python").isDisplayed()).isTrue();
        still("with the tabs that were last chosen");
        for (String press : List.of("call", "show")) {
            open(ExplorerTest.SEND);
            browser()
                    .driver
                    .findElement(By.cssSelector("#call button[value=" + press + "]"))
                    .click();
            browser().awaitAddress("#result");
            element("#result");
            still("after " + press);
        }
        Answer refused = world.client.send("POST", "/", "{}", "Content-Type", "application/json");
        open("/console/doctor?id=" + DoctorChecksTest.id(refused));
        element("#refused");
        still("an explained request id");
        open("/console/prefer?lang=en&back=/console/explorer");
    }

    @ParameterizedTest
    @CsvSource({"1280, light, en", "1280, dark, zh", "390, light, zh", "390, dark, en"})
    void nothing_shifts_while_an_inbox_with_messages_loads(int width, String scheme, String language) {
        browser().looks(width, scheme);
        for (String channel : List.of("sms", "voice", "email")) {
            int mark = (channel.equals("sms") ? 70 : 80) + (width == 390 ? 2 : 0) + (scheme.equals("dark") ? 1 : 0);
            String to = channel.equals("email") ? "filled" + mark + "@example.com" : "+852612300" + mark;
            Answer sent = world.client.rest(
                    "POST",
                    "/v1/verifications",
                    "{\"to\":\"" + to + "\",\"channel\":\"" + channel + "\",\"locale\":\"" + language + "\"}");
            assertThat(sent.status()).as(sent.text()).isEqualTo(201);
            world.client.newest(to.replace("+", ""), "code");
        }
        open("/console/prefer?theme=auto&back=/console/explorer");
        open("/console/prefer?lang=" + language + "&back=/console/explorer");
        open("/console/inbox");
        assertThat(element(".letter.sms .bubble").isDisplayed()).isTrue();
        assertThat(element(".letter.voice blockquote").isDisplayed()).isTrue();
        browser().driver.switchTo().frame(element(".letter.email iframe.sheet"));
        assertThat(element("body").getText()).isNotEmpty();
        browser().driver.switchTo().defaultContent();
        still("with messages");
        open("/console/prefer?lang=en&back=/console/explorer");
    }

    @Test
    void every_screen_loads_little_and_only_from_this_server() throws IOException {
        String root = world.base() + new Assets().root() + "/";
        for (List<String> screen : SCREENS) {
            open(screen.getFirst());
            element(screen.getLast());
            Object loaded = browser()
                    .driver
                    .executeScript("return performance.getEntriesByType('resource').map(one => one.name)");
            int sum = 0;
            for (Object address : (List<?>) Objects.requireNonNull(loaded)) {
                String name = address.toString();
                assertThat(name).as(screen.getFirst()).startsWith(world.base() + "/console/");
                if (name.endsWith(".js") || name.endsWith(".css")) {
                    assertThat(name).startsWith(root);
                    sum += compressed(name.substring(root.length()));
                }
            }
            assertThat(sum).as(screen.getFirst()).isPositive().isLessThanOrEqualTo(MOST_BYTES);
        }
    }

    private static int compressed(String file) throws IOException {
        Bytes content = Objects.requireNonNull(new Assets().files().get(file), file);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(content.toArray());
        }
        return zipped.size();
    }

    /// Somebody who knows only a number, a User-Agent and how to be refused reaches three screens.
    @Test
    void what_a_stranger_sends_stays_text_in_every_room() {
        String hostile = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
        Answer refused = world.client.send(
                "POST",
                "/",
                "{\"" + hostile.replace("\"", "\\\"") + "\":1}",
                "Content-Type",
                "application/json",
                "User-Agent",
                hostile,
                "X-TC-Action",
                hostile.replace("\"", "'"),
                "X-TC-Version",
                "2022-09-28",
                "Authorization",
                "TC3-HMAC-SHA256 Credential=" + DevClient.ROOT.id() + "/" + hostile.replace(",", ""));
        open("/console/doctor?id=" + DoctorChecksTest.id(refused)).reads("Refused by");
        unharmed();
        String tenant = "{\"to\":\"" + hostile.replace("\"", "\\\"") + "\",\"channel\":\"sms\"}";
        Answer wrong = world.client.rest("POST", "/v1/verifications", tenant, "User-Agent", hostile);
        open("/console/doctor?id=" + DoctorChecksTest.id(wrong)).reads("Refused by");
        unharmed();
        open("/console/inbox").reads("Inbox");
        unharmed();
        open("/console/explorer?q=%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D'owned'%22%3E");
        unharmed();
    }

    private static void unharmed() {
        assertThat(browser().driver.getTitle()).endsWith(" · Countersign");
        assertThat(browser().driver.findElements(By.cssSelector("img[src=x]"))).isEmpty();
    }
}

package dev.countersign.server.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.server.page.Chromium;
import dev.countersign.server.page.Elsewhere;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/// What other people's pages come to, in a real Chromium on the machine of a dev world: a name of their own that leads
/// to this machine, and pages at other ports.
final class ForeignPageBrowserTest {
    private static final String NUMBER = "85261230066";
    private static final String EVIL = "evil.example";

    /// Tries everything that needs no click.
    private static final String ATTACK = """
            <!doctype html><title>attack</title>
            <form id="reset" method="post" action="TARGET/console/inbox">
            <input name="do" value="reset"><input name="sure" value="yes"></form>
            <script>
            const got = {};
            const note = (what, value) => { got[what] = String(value); };
            const source = new EventSource('TARGET/console/inbox/live');
            source.addEventListener('letter', (event) => note('live', event.data));
            source.addEventListener('error', () => note('live', 'refused'));
            fetch('TARGET/console/inbox').then((a) => a.text()).then((t) => note('read', t), () => note('read', 'refused'));
            fetch('TARGET/console/inbox', { mode: 'no-cors' }).then((a) => a.text())
              .then((t) => note('opaque', t || 'refused'), () => note('opaque', 'refused'));
            fetch('TARGET/console/inbox', { method: 'POST', mode: 'no-cors', body: new URLSearchParams({ do: 'reset', sure: 'yes' }) })
              .then((a) => a.text()).then((t) => note('posted', t || 'refused'), () => note('posted', 'refused'));
            </script>
            """;

    @TempDir
    static Path directory;

    private static ConsoleWorld world;

    @BeforeAll
    static void start() {
        world = new ConsoleWorld(directory.resolve("world"));
        world.client.rest("POST", "/v1/verifications", "{\"to\":\"+" + NUMBER + "\"}");
        world.client.newest(NUMBER, "code");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static Chromium browser(Path profile) {
        assumeTrue(Chromium.present(), "no Chromium is here");
        return new Chromium(
                profile, true, "en-GB,en", "--no-proxy-server", "--host-resolver-rules=MAP " + EVIL + " 127.0.0.1");
    }

    private static String port() {
        return world.base().substring(world.base().lastIndexOf(':'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/console", "/console/inbox", "/console/inbox/live", "/console/explorer", "/console/doctor"})
    void a_name_that_was_made_to_lead_here_is_shown_nothing(String path, @TempDir Path profile) {
        try (Chromium browser = browser(profile)) {
            browser.open(world.base() + "/console/inbox").reads(NUMBER);
            browser.open("http://" + EVIL + port() + path).reads("Host not allowed");
            assertThat(browser.driver.getPageSource()).doesNotContain(NUMBER);
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.1", "localhost, 127.0.0.1", EVIL + ", 127.0.0.1", EVIL + ", " + EVIL})
    void a_page_from_elsewhere_reads_nothing_and_changes_nothing(String from, String to, @TempDir Path profile) {
        String target = "http://" + to + port();
        try (Elsewhere elsewhere = new Elsewhere(ATTACK.replace("TARGET", target));
                Chromium browser = browser(profile)) {
            browser.open(elsewhere.at(from));
            Object got = new WebDriverWait(browser.driver, Duration.ofSeconds(30))
                    .until(now -> browser.driver.executeScript("return Object.keys(got).length === 4 ? got : null"));
            assertThat((Map<?, ?>) Objects.requireNonNull(got))
                    .allSatisfy((what, value) ->
                            assertThat(value).as(what.toString()).isEqualTo("refused"));
            browser.driver.executeScript("document.getElementById('reset').submit()");
            browser.awaitAddress("/console/inbox");
            browser.reads("not allowed");
        }
        assertThat(world.get("/console/inbox").text()).contains(NUMBER);
    }

    /// Were it one of ours, the same form would be taken.
    @Test
    void the_page_itself_reads_what_the_others_do_not(@TempDir Path profile) {
        try (Chromium browser = browser(profile)) {
            browser.open(world.base() + "/console/inbox").reads(NUMBER);
            Object read = browser.driver.executeAsyncScript(
                    "const done = arguments[0]; const source = new EventSource('/console/inbox/live');"
                            + "source.addEventListener('letter', (event) => { source.close(); done(event.data); })");
            assertThat(Objects.requireNonNull(read).toString()).contains(NUMBER);
            assertThat(browser.driver.findElements(By.cssSelector(".letter"))).hasSize(1);
        }
        assertThat(List.of(
                        world.post("/console/inbox", "do=clock-back&sure=yes").status()))
                .containsExactly(303);
    }
}

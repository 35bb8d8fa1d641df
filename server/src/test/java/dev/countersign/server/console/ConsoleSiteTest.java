package dev.countersign.server.console;

import static dev.countersign.server.console.ConsoleWorld.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.codec.Form;
import dev.countersign.server.console.html.Assets;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.value.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may look at the console, what its answers carry, and what it weighs.
final class ConsoleSiteTest {
    private static final int MOST_BYTES = 120_000;

    @TempDir
    static Path directory;

    private static ConsoleWorld world;

    @BeforeAll
    static void start() {
        world = new ConsoleWorld(directory);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/console/explorer", "/console/nowhere", "/console/explorer/a/b", "/console", "/console/prefer"})
    void every_screen_is_closed_to_other_scripts_frames_caches_and_sites(String path) {
        Answer screen = world.get(path);
        assertThat(header(screen, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "http:", "https:", "data:", "*");
        assertThat(header(screen, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(screen, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(screen, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(screen.text()).doesNotContain("style=", "onclick", "<style", "://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "evil.example:7300"})
    void a_rebound_dns_name_is_refused(String host) throws IOException {
        assertThat(world.raw("GET /console/explorer HTTP/1.1", "Host: " + host)).contains(" 403 ");
        assertThat(world.raw("GET /console/assets/x/console.js HTTP/1.1", "Host: " + host))
                .contains(" 403 ");
    }

    @Test
    void a_form_from_another_origin_or_from_none_is_refused() throws IOException {
        String host = "Host: " + world.base().substring("http://".length());
        for (String origin : new String[] {"Origin: https://evil.example", "Origin: null", "X-No-Origin: here"}) {
            assertThat(world.raw("POST /console/explorer HTTP/1.1", host, origin, "Content-Length: 0"))
                    .as(origin)
                    .contains(" 403 ");
        }
        assertThat(world.raw("GET /console/explorer HTTP/1.1", host, "Origin: https://evil.example"))
                .contains(" 403 ");
        assertThat(world.raw("PUT /console/explorer HTTP/1.1", host, "Content-Length: 0"))
                .contains(" 405 ");
    }

    @Test
    void language_and_theme_are_remembered_and_lead_back_only_here() {
        Answer chosen = world.get("/console/prefer?lang=zh&back=" + Form.encoded("/console/explorer?q=a%20b"));
        assertThat(header(chosen, "Location")).isEqualTo("/console/explorer?q=a%20b");
        assertThat(header(chosen, "Set-Cookie")).startsWith("countersign_lang=zh; Path=/console;");
        assertThat(world.get("/console/explorer", "Cookie", "a=b; countersign_lang=zh; countersign_theme=dark")
                        .text())
                .contains("<html lang=\"zh\" data-theme=\"dark\"", "接口浏览器");
        assertThat(world.get("/console/explorer", "Accept-Language", "zh-CN").text())
                .contains("<html lang=\"zh\"");
        for (String back :
                new String[] {"https://evil.example/", "//evil.example", "/consoleevil", "/console/\r\nX: y"}) {
            Answer away = world.get("/console/prefer?theme=dark&back=" + Form.encoded(back));
            assertThat(header(away, "Location")).as(back).isEqualTo("/console");
        }
        assertThat(header(world.get("/console/prefer?theme=%3Cscript%3E&lang=xx"), "Set-Cookie"))
                .isEmpty();
    }

    @Test
    void files_are_kept_for_good_under_a_name_that_changes_with_them() {
        String page = world.get("/console/explorer").text();
        String root = new Assets().root();
        assertThat(page).contains(root + "/console.css", root + "/console.js");
        Answer script = world.get(root + "/console.js");
        assertThat(header(script, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(header(script, "Cache-Control")).contains("immutable");
        assertThat(world.get(root + "/nothing.js").status()).isEqualTo(404);
        assertThat(world.get("/console/assets/old/console.js").status()).isEqualTo(404);
    }

    @Test
    void scripts_and_styles_weigh_no_more_than_120_kilobytes_compressed() throws IOException {
        int sum = 0;
        for (Map.Entry<String, Bytes> file : new Assets().files().entrySet()) {
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(compressed)) {
                zip.write(file.getValue().toArray());
            }
            sum += compressed.size();
        }
        assertThat(sum).isPositive().isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void a_path_that_leads_nowhere_says_so() {
        assertThat(world.get("/console/nowhere").status()).isEqualTo(404);
        assertThat(world.get("/console/explorer/%3Cscript%3E").status()).isEqualTo(404);
        assertThat(header(world.get("/console"), "Location")).isEqualTo("/console/explorer");
        assertThat(world.get("/consoles").status()).isEqualTo(404);
    }
}

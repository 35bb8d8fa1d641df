package dev.countersign.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.signing.Outgoing;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.gateway.signing.Signed.Kind;
import dev.countersign.server.console.Signing.Wish;
import dev.countersign.testkit.wire.DevClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/// From a refusal to what is wrong, in a real Chromium.
final class DoctorBrowserTest extends ConsoleBrowsing {
    private static final String HOSTILE =
            "\"></textarea><img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";

    private static void sound() {
        assertThat(browser().barriers()).isEmpty();
        assertThat(browser().overflow()).isLessThanOrEqualTo(0);
    }

    private static Signed signed(String host, DevClient.Key key) {
        return new Signing(world.client, host)
                .sign(new Wish(
                        Scheme.TC3,
                        "POST",
                        key,
                        new Outgoing.Asked("SendVerifyCode", "2022-09-28", "intlpartnersmgt"),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        "1",
                        Map.of("CountryCode", "852", "PhoneNum", "61234567")));
    }

    private static String host() {
        return world.base().substring("http://".length());
    }

    @Test
    void a_refusal_in_the_explorer_is_explained_with_two_clicks() {
        open(ExplorerTest.SEND + "?key=bob");
        browser().press("Call").reads("Refused");
        String id = element("#request-id").getText();
        element("#explain").click();
        browser().awaitAddress("/console/doctor?id=" + id);
        assertThat(element("#refused").getText()).contains("Refused by: Permission", "UnauthorizedOperation");
        assertThat(element("#fix").getText()).contains("intlpartnersmgt:SendVerifyCode");
        assertThat(element(".checks .refused").getText()).contains("Permission");
        assertThat(element("#id").getAttribute("value")).isEqualTo(id);
        sound();
    }

    @Test
    void a_pasted_request_shows_where_both_sides_part() {
        Signed call = signed(host(), DevClient.ALICE);
        open("/console/doctor");
        type("#request", Signing.curl(call, host(), call.body().toUtf8() + "\n"));
        browser().press("Examine").reads("What is wrong");
        assertThat(element("#suspicions").getText()).contains("The body was changed after it was signed");
        assertThat(element("#difference-canonical").getText()).startsWith("First difference: line 8");
        assertThat(element("#theirs-canonical mark").getText()).isNotEmpty();
        assertThat(element("#request").getAttribute("value")).startsWith("curl 'http://");
        sound();
    }

    @Test
    void the_clients_own_text_is_held_against_the_servers() {
        Signed call = signed(host(), new DevClient.Key(DevClient.ALICE.id(), "another"));
        open("/console/doctor");
        type("#request", Signing.written(call, call.body().toUtf8()));
        type("#theirs", call.step(Kind.CANONICAL_REQUEST).replace("host:" + host(), "host:127.0.0.1"));
        browser().press("Examine").reads("What is likely wrong");
        assertThat(element("#suspicions").getText()).contains("The signed Host is not the one that was sent");
        assertThat(element("#difference-canonical").getText()).contains("line 5, character 15");
        sound();
    }

    @Test
    void what_is_wrong_stands_beside_the_field_and_what_was_typed_stays() {
        open("/console/doctor");
        type("#request", "curl 'http://x");
        browser().press("Examine").reads("is not closed");
        assertThat(element("#request").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(element("#request").getAttribute("aria-describedby")).contains("request-wrong");
        assertThat(element("#request").getAttribute("value")).isEqualTo("curl 'http://x");
        open("/console/doctor");
        element("#id").sendKeys("what?");
        browser().press("Explain").reads("Type a request id");
        assertThat(element("#id").getAttribute("value")).isEqualTo("what?");
        sound();
    }

    @Test
    void no_text_becomes_a_script() {
        open("/console/doctor");
        for (String request : new String[] {
            HOSTILE,
            "curl " + HOSTILE,
            "POST / HTTP/1.1\nUser-Agent: " + HOSTILE + "\nX-TC-Action: " + HOSTILE + "\n\n" + HOSTILE
        }) {
            type("#request", request);
            type("#theirs", HOSTILE);
            browser().press("Examine");
            assertThat(element("#request").getAttribute("value")).isEqualTo(request);
            assertThat(browser().driver.getTitle()).isEqualTo("Doctor · Countersign");
        }
        Signed call = signed(host(), DevClient.ALICE);
        type("#request", Signing.written(call, HOSTILE));
        type("#theirs", HOSTILE);
        browser().press("Examine").reads("Refused by");
        assertThat(browser().driver.getTitle()).isEqualTo("Doctor · Countersign");
        assertThat(browser().driver.findElements(By.cssSelector("img[src=x]"))).isEmpty();
    }

    @Test
    void on_a_phone_all_rooms_are_within_reach() {
        browser().looks(390, "light");
        open("/console/doctor");
        Object hidden = browser()
                .driver
                .executeScript(
                        "const nav = document.querySelector('.rail nav'); return nav.scrollWidth - nav.clientWidth");
        assertThat(((Number) Objects.requireNonNull(hidden)).longValue()).isLessThanOrEqualTo(0);
        assertThat(element(".rail a[aria-current]").getText()).isEqualTo("Doctor");
    }

    @ParameterizedTest
    @CsvSource({"1280, light, en", "1280, dark, zh", "390, light, zh", "390, dark, en"})
    void every_screen_fits_and_can_be_read_by_everybody(int width, String scheme, String language) {
        browser().looks(width, scheme);
        open("/console/prefer?theme=auto&back=/console/doctor");
        open("/console/prefer?lang=" + language + "&back=/console/doctor");
        sound();
        DevClient.Key liar = new DevClient.Key(DevClient.ALICE.id(), "another");
        String id = DoctorChecksTest.id(new Signing(world.client, host()).send(signed(host(), liar)));
        for (String wanted : new String[] {id, "no", "00000000-0000-4000-8000-000000000000"}) {
            open("/console/doctor?id=" + wanted);
            sound();
        }
        Signed call = signed(host(), DevClient.ALICE);
        for (String body : new String[] {call.body().toUtf8(), "{}", "{"}) {
            open("/console/doctor");
            type("#request", Signing.curl(call, host(), body));
            type("#theirs", body.equals("{}") ? call.step(Kind.CANONICAL_REQUEST) : "");
            element("#request").submit();
            element("#result");
            sound();
        }
        open("/console/prefer?lang=en&back=/console/doctor");
    }
}

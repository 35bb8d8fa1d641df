package dev.countersign.server;

import static dev.countersign.server.ServedConsole.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.ServedConsole.Browser;
import dev.countersign.server.console.Route;
import dev.countersign.server.console.guest.Role;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every way into the console, as the console itself decides by it, and every address that its pages lead to, gone by
/// everybody: nobody, and each role.
final class ConsoleRoutesTest {
    private static final Pattern ADDRESS = Pattern.compile("\"(/console/[^\"#]*)");
    private static final int MOST_PAGES = 400;
    private static final String NO_ROLE = "Your role does not reach this";

    @TempDir
    static Path directory;

    private static ServedConsole console;
    private static final Map<Role, Browser> GUESTS = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        console = new ServedConsole(directory, true);
        for (Role role : Role.values()) {
            GUESTS.put(role, console.browser().in(role.name().toLowerCase(Locale.ROOT)));
        }
    }

    @AfterAll
    static void stop() {
        console.close();
        GUESTS.clear();
    }

    private static Browser guest(Role role) {
        return Optional.ofNullable(GUESTS.get(role)).orElseThrow();
    }

    private static List<Route> rooms() {
        return console.routes().stream()
                .filter(route -> route.least().isPresent())
                .toList();
    }

    /// A stream of messages does not end while somebody may read it.
    private static boolean endless(String address) {
        return address.matches("/console/inbox/live([?].*)?");
    }

    @Test
    void the_table_has_every_room_with_both_methods() {
        assertThat(rooms())
                .extracting(route -> route.method() + " " + route.address())
                .containsExactlyInAnyOrder(
                        "GET /console/explorer",
                        "POST /console/explorer",
                        "GET /console/inbox",
                        "POST /console/inbox",
                        "GET /console/doctor",
                        "POST /console/doctor");
        assertThat(console.routes())
                .as("no form of an auditor's is taken")
                .noneMatch(route -> route.acts() && route.least().equals(Optional.of(Role.AUDITOR)));
    }

    @Test
    void each_room_and_whatever_lies_in_it_lets_through_exactly_whom_the_table_says() {
        Set<String> linked = links();
        assertThat(linked).hasSizeGreaterThan(20);
        for (Route route : rooms()) {
            List<String> addresses = new ArrayList<>(
                    List.of(route.address(), route.address() + "/", route.address() + "/no/such%2Fthing"));
            linked.stream().filter(address -> within(route, address)).forEach(addresses::add);
            for (String address : addresses) {
                nobody(route, address);
                for (Role role : Role.values()) {
                    somebody(route, address, role);
                }
            }
        }
    }

    @Test
    void every_address_that_a_page_leads_to_is_in_the_table() {
        assertThat(links())
                .filteredOn(address -> !address.startsWith("/console/assets/")
                        && !address.startsWith("/console/prefer")
                        && console.routes().stream().noneMatch(route -> within(route, address)))
                .isEmpty();
    }

    private static boolean within(Route route, String address) {
        return address.equals(route.address())
                || address.startsWith(route.address() + "/")
                || address.startsWith(route.address() + "?");
    }

    /// What an owner's pages lead to, from the first on.
    private static Set<String> links() {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("/console/explorer", "/console/inbox", "/console/doctor"));
        int pages = 0;
        while (!open.isEmpty() && pages++ < MOST_PAGES) {
            Answer page = guest(Role.OWNER).get(open.removeFirst());
            Matcher address = ADDRESS.matcher(page.text().replace("&amp;", "&"));
            while (address.find()) {
                String found = address.group(1);
                boolean room = rooms().stream().anyMatch(route -> within(route, found));
                if (seen.add(found) && room && !endless(found)) {
                    open.addLast(found);
                }
            }
        }
        return seen;
    }

    private static void nobody(Route route, String address) {
        Browser nobody = console.browser();
        Answer answer = route.acts() ? nobody.post(address) : nobody.get(address);
        assertThat(answer.status()).as("nobody: %s %s", route.method(), address).isEqualTo(303);
        assertThat(header(answer, "Location")).startsWith("/console/signin");
    }

    private static void somebody(Route route, String address, Role role) {
        boolean may = role.covers(route.least().orElseThrow());
        if (may && endless(address) && !route.acts()) {
            return;
        }
        Browser guest = guest(role);
        Answer answer = route.acts() ? guest.post(address) : guest.get(address);
        String what = role + ": " + route.method() + " " + address;
        assertThat(header(answer, "Location")).as(what).doesNotStartWith("/console/signin");
        if (may) {
            assertThat(answer.status()).as(what).isNotEqualTo(403);
            assertThat(answer.text()).as(what).doesNotContain(NO_ROLE);
        } else {
            assertThat(answer.status()).as(what).isEqualTo(403);
            assertThat(answer.text()).as(what).contains(NO_ROLE);
        }
    }

    @Test
    void the_door_itself_is_open_to_everybody_and_gives_nobody_a_session() {
        for (Route route : console.routes()) {
            if (route.least().isEmpty() && !route.acts()) {
                Browser nobody = console.browser();
                Answer answer = nobody.get(route.address());
                assertThat(answer.text()).as(route.address()).doesNotContain(NO_ROLE);
                assertThat(header(answer, "Set-Cookie"))
                        .as(route.address())
                        .doesNotContain("__Host-countersign_console=");
            }
        }
    }

    @Test
    void no_form_is_taken_without_its_token_from_elsewhere_or_at_another_name() throws IOException {
        String here = "Host: " + console.base().substring("http://".length());
        String ours = "Origin: " + console.base();
        List<Route> forms = console.routes().stream().filter(Route::acts).toList();
        assertThat(forms).hasSizeGreaterThanOrEqualTo(6);
        for (Route route : forms) {
            for (Role role : List.of(Role.OPERATOR, Role.OWNER)) {
                Browser guest = guest(role);
                guest.get("/console/explorer");
                String token = guest.token();
                String other = console.browser().in("owner").token();
                String what = role + ": " + route.address();
                for (String wrong : List.of("", "guessed", other, token + "x")) {
                    assertThat(guest.form(route.address(), wrong, here, ours))
                            .as(what + " token " + wrong)
                            .isEqualTo(403);
                }
                for (String origin : List.of(
                        "Origin: https://evil.example",
                        "Origin: null",
                        "Origin: " + console.base() + ".evil.example",
                        "Origin: " + console.base() + "0",
                        "X-No-Origin: here",
                        "Referer: " + console.base() + "/console")) {
                    assertThat(guest.form(route.address(), token, here, origin))
                            .as(what + " " + origin)
                            .isEqualTo(403);
                }
                for (String host : List.of("evil.example", "127.0.0.1", "localhost", here.substring(6) + ".evil")) {
                    assertThat(guest.form(route.address(), token, "Host: " + host, "Origin: http://" + host))
                            .as(what + " at " + host)
                            .isEqualTo(421);
                }
                assertThat(guest.get("/console/explorer").status())
                        .as(what + ": still in")
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void no_page_is_shown_at_another_name_and_no_other_method_is_known() throws IOException {
        String here = "Host: " + console.base().substring("http://".length());
        for (Route route : console.routes()) {
            for (String host : List.of("evil.example", "127.0.0.1:1", "localhost")) {
                assertThat(console.raw("GET " + route.address() + " HTTP/1.1", "Host: " + host))
                        .as(route.address())
                        .contains(" 421 ");
            }
            for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS")) {
                assertThat(console.raw(method + " " + route.address() + " HTTP/1.1", here, "Content-Length: 0"))
                        .as(method + " " + route.address())
                        .contains(" 405 ");
            }
        }
    }
}

package dev.countersign.server;

import static dev.countersign.server.ServedConsole.PASSWORD;
import static dev.countersign.server.ServedConsole.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.ServedConsole.Browser;
import dev.countersign.testkit.wire.DevClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An inbox that is left open in a console for real use: it keeps no session alive, and is told of nothing once its
/// session is over.
final class ConsoleLiveTest {
    private static final String SESSION = "__Host-countersign_console";
    private static final String INBOX = "/console/inbox";
    private static final int MOST_TRIES = 10;
    private static final int ROUNDS = 20;

    @TempDir
    static Path directory;

    private static ServedConsole console;

    @BeforeAll
    static void start() {
        console = new ServedConsole(directory, true);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live?after=gone", "/again", "/mail/none"})
    void what_an_open_page_asks_for_by_itself_keeps_no_session_alive(String part) {
        Browser left = console.browser().in("owner");
        console.clock.advance(Duration.ofMinutes(29));
        assertThat(left.get(INBOX).status()).as("who looks stays").isEqualTo(200);
        for (int minutes = 0; minutes < 30; minutes += 5) {
            assertThat(left.get(INBOX + part).status()).isNotEqualTo(303);
            console.clock.advance(Duration.ofMinutes(5));
        }
        assertThat(left.get(INBOX + part).status()).isEqualTo(303);
        assertThat(left.get(INBOX).status()).isEqualTo(303);
    }

    /// The answer passes the door while there is a session, and what is sent after that ended ends the waiting. One
    /// that came to the door too late is tried again.
    @ParameterizedTest
    @ValueSource(strings = {"sign-out", "password", "bar", "idle"})
    void an_answer_that_is_held_tells_nobody_whose_session_ended_meanwhile(String end) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                Browser inside = console.browser().in("owner");
                String live = INBOX + "/live?after=" + newest(inside);
                Browser tab = console.browser().holds(SESSION, inside.cookie(SESSION));
                Future<Answer> held = threads.submit(() -> tab.get(live));
                for (int round = 0; round < ROUNDS; round++) {
                    console.browser().get("/console/signin");
                }
                end(end, inside);
                message();
                Answer told = held.get();
                begin(end);
                if (told.status() == 200) {
                    assertThat(told.text()).doesNotContain("letter", "85261230004");
                    assertThat(tab.get(live).status()).isEqualTo(303);
                    return;
                }
            }
        }
        throw new AssertionError("no answer was ever held");
    }

    @Test
    void an_answer_that_is_held_tells_who_is_still_there() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Browser inside = console.browser().in("operator");
            String live = INBOX + "/live?after=" + newest(inside);
            Future<Answer> held = threads.submit(() -> inside.get(live));
            message();
            assertThat(held.get().text()).contains("event: letter", "85261230004", "class=\"digits\"");
        }
    }

    private static String newest(Browser inside) {
        return inside.get(INBOX).text().replaceAll("(?s).* data-newest=\"([^\"]*)\".*", "$1");
    }

    private static void end(String how, Browser inside) {
        switch (how) {
            case "sign-out" ->
                assertThat(inside.post("/console/signout").status()).isEqualTo(303);
            case "password" ->
                console.cam("UpdateUser", "{\"Name\":\"owner\",\"ConsoleLogin\":1,\"Password\":\"Another-horse-8\"}");
            case "bar" -> console.cam("UpdateUser", "{\"Name\":\"owner\",\"ConsoleLogin\":0}");
            default -> console.clock.advance(Duration.ofMinutes(30));
        }
    }

    /// As it was.
    private static void begin(String how) {
        switch (how) {
            case "password" -> console.cam("UpdateUser", "{\"Name\":\"owner\",\"Password\":\"" + PASSWORD + "\"}");
            case "bar" -> console.cam("UpdateUser", "{\"Name\":\"owner\",\"ConsoleLogin\":1}");
            default -> {}
        }
    }

    /// Somebody's challenge sends a code.
    private static void message() {
        console.clock.advance(Duration.ofSeconds(61));
        Browser phone = console.browser();
        String page = header(phone.signIn("phone", PASSWORD), "Location")
                .substring(console.base().length());
        phone.get(page);
        assertThat(phone.post(page + "/start", "way", "sms").status()).isEqualTo(303);
    }
}

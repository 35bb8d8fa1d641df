package dev.countersign.server;

import static dev.countersign.server.ServedConsole.PASSWORD;
import static dev.countersign.server.ServedConsole.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.password.PasswordHasher;
import dev.countersign.password.Passwords;
import dev.countersign.server.ServedConsole.Browser;
import dev.countersign.server.console.signin.Network;
import dev.countersign.server.metrics.Metrics;
import dev.countersign.server.password.Argon2Hasher;
import dev.countersign.signin.SignIns;
import dev.countersign.signin.Tries;
import dev.countersign.store.SqlConsoleUserStore;
import dev.countersign.store.SqlUserStore;
import dev.countersign.store.database.Transactions;
import dev.countersign.testkit.Race;
import dev.countersign.testkit.wire.DevClient.Answer;
import dev.countersign.value.RequestId;
import dev.countersign.value.Secret;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.VerificationPolicy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody learns of the console who guesses names and passwords, and how much of it there can be.
final class ConsoleGuessingTest {
    private static final long NOBODY = 999_999_999_999L;
    private static final int FOR_ONE_NAME = 10;
    private static final int FROM_ONE_SOURCE = 20;
    private static final int FROM_ONE_SITE = 60;

    @TempDir
    static Path directory;

    private static ServedConsole console;

    @BeforeAll
    static void start() {
        console = new ServedConsole(directory);
        console.cam("UpdateUser", "{\"Name\":\"keyless\",\"ConsoleLogin\":0}");
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    /// After this nobody waits for anything.
    private static void rested() {
        console.clock.advance(Duration.ofHours(2));
    }

    @Test
    void one_source_goes_through_twenty_names_and_is_then_told_how_long_to_wait() {
        rested();
        String source = "203.0.113.7";
        for (int i = 0; i < FROM_ONE_SOURCE; i++) {
            assertThat(console.browser(source)
                            .guess(NOBODY - i, "Wrong-horse-7")
                            .status())
                    .isEqualTo(403);
        }
        console.clock.advance(Duration.ofMillis(12_500));
        Answer english = console.browser(source).guess(console.uin("auditor"), PASSWORD);
        assertThat(english.status()).isEqualTo(429);
        assertThat(header(english, "Retry-After")).isEqualTo("48");
        assertThat(header(english, "Set-Cookie")).isEmpty();
        assertThat(english.text())
                .contains("Too many tries. Wait 48 seconds, then sign in again.")
                .contains("value=\"" + console.uin("auditor") + "\"")
                .doesNotContain(PASSWORD);
        Answer chinese =
                console.browser(source).holds("countersign_lang", "zh").guess(console.uin("auditor"), PASSWORD);
        assertThat(chinese.text()).contains("尝试次数过多。请等待 48 秒后再登录。");
        assertThat(console.browser("203.0.113.8")
                        .guess(console.uin("auditor"), PASSWORD)
                        .status())
                .as("from elsewhere")
                .isEqualTo(303);
        console.clock.advance(Duration.ofSeconds(48));
        assertThat(console.browser(source)
                        .guess(console.uin("auditor"), PASSWORD)
                        .status())
                .as("after the wait")
                .isEqualTo(303);
    }

    @Test
    void of_many_guesses_at_one_name_at_one_instant_exactly_ten_are_compared_whoever_has_it() {
        for (long uin : new long[] {console.uin("operator"), NOBODY}) {
            rested();
            List<Browser> browsers = new ArrayList<>();
            for (int i = 0; i < 48; i++) {
                browsers.add(console.browser());
                browsers.getLast().get("/console/signin");
            }
            List<Integer> statuses = Race.of(
                    browsers.size(),
                    n -> browsers.get(n)
                            .post("/console/signin", "uin", Long.toString(uin), "password", "Wrong-horse-" + n)
                            .status());
            assertThat(statuses)
                    .as("uin %s", uin)
                    .containsOnly(403, 429)
                    .filteredOn(status -> status == 403)
                    .hasSize(FOR_ONE_NAME);
        }
    }

    @Test
    void of_many_guesses_from_one_source_at_one_instant_exactly_twenty_are_compared() {
        rested();
        List<Browser> browsers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            browsers.add(console.browser("2001:db8:7:7::" + Integer.toHexString(i + 1)));
            browsers.getLast().get("/console/signin");
        }
        List<Integer> statuses = Race.of(
                browsers.size(),
                n -> browsers.get(n)
                        .post("/console/signin", "uin", Long.toString(NOBODY - n), "password", "Wrong-horse-7")
                        .status());
        assertThat(statuses)
                .containsOnly(403, 429)
                .filteredOn(status -> status == 403)
                .hasSize(FROM_ONE_SOURCE);
    }

    @Test
    void a_site_that_takes_a_network_for_each_guess_is_told_to_wait_after_sixty() {
        rested();
        for (int i = 0; i < FROM_ONE_SITE; i++) {
            assertThat(console.browser("2001:db8:8:" + Integer.toHexString(i) + "::1")
                            .guess(NOBODY - i, "Wrong-horse-7")
                            .status())
                    .isEqualTo(403);
        }
        Answer more = console.browser("2001:db8:8:ffff::1").guess(console.uin("auditor"), PASSWORD);
        assertThat(more.status()).isEqualTo(429);
        assertThat(header(more, "Retry-After")).isEqualTo("40");
        assertThat(console.browser("2001:db8:9::1")
                        .guess(console.uin("auditor"), PASSWORD)
                        .status())
                .as("another site")
                .isEqualTo(303);
    }

    @Test
    void whatever_is_typed_nobody_and_somebody_are_answered_with_the_same_bytes() {
        long seed = new Random().nextLong();
        List<String> passwords = new ArrayList<>(List.of("", "Wrong-horse-7", "x".repeat(5000), "\"><script>"));
        Random random = new Random(seed);
        for (int i = 0; i < FOR_ONE_NAME; i++) {
            passwords.add(random.ints(random.nextInt(1, 40), 32, 0x2fff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
        rested();
        List<String> nobody = answers(NOBODY, passwords);
        assertThat(nobody.getFirst()).startsWith("403 ").contains("UIN or password is not right");
        assertThat(nobody.getLast()).startsWith("429 ").contains("Too many tries");
        assertThat(answers(console.uin("auditor"), passwords))
                .as("a wrong password, seed %s", seed)
                .isEqualTo(nobody);
        assertThat(answers(console.uin("stranger"), passwords))
                .as("without a role, seed %s", seed)
                .isEqualTo(nobody);
        passwords.set(1, PASSWORD);
        assertThat(answers(console.uin("keyless"), passwords))
                .as("may not log in, and the password is right, seed %s", seed)
                .isEqualTo(nobody);
    }

    /// Status, headers and page of each guess, without what differs between any two.
    private static List<String> answers(long uin, List<String> passwords) {
        return passwords.stream()
                .map(password -> {
                    Answer answer = console.browser().guess(uin, password);
                    StringBuilder headers = new StringBuilder();
                    answer.headers().forEach((name, values) -> {
                        if (!Set.of("date", "content-length").contains(name.toLowerCase(java.util.Locale.ROOT))) {
                            headers.append(name).append('=').append(values).append('\n');
                        }
                    });
                    String page = answer.text()
                            .replaceAll("name=\"token\" value=\"[^\"]+\"", "")
                            .replace("value=\"" + uin + "\"", "");
                    return answer.status() + " " + headers + page;
                })
                .toList();
    }

    /// Which hashes were compared with.
    private record Comparing(PasswordHasher hasher, List<String> costs) implements PasswordHasher {
        @Override
        public String hash(Secret password) {
            costs.add("a new hash");
            return hasher.hash(password);
        }

        @Override
        public boolean verify(Secret password, String hash) {
            costs.add(hash.substring(0, hash.indexOf("p=1$") + 4));
            return hasher.verify(password, hash);
        }
    }

    @Test
    void one_hash_of_one_cost_is_compared_for_whoever_it_is_and_none_while_they_wait() {
        List<String> costs = new CopyOnWriteArrayList<>();
        SecureRandom random = new SecureRandom();
        Comparing comparing = new Comparing(new Argon2Hasher(random), costs);
        Passwords passwords = new Passwords(comparing, 1, 8);
        Transactions transactions = console.storage.database().transactions();
        Metrics metrics = new Metrics(Set.of());
        SignIns signIns = new SignIns(
                new SqlConsoleUserStore(transactions, console.storage.seals()),
                new SqlUserStore(transactions, console.storage.seals(), random, () -> {}),
                passwords,
                new AttemptPolicy(VerificationPolicy.standard()),
                new SignIns.Surroundings(
                        console.clock,
                        metrics,
                        Secret.of(passwords.hash(Secret.of("nobody's"))),
                        new Tries(console.clock, new Tries.Networks(Network::of, Network::site))));
        costs.clear();
        rested();
        long root = console.tenant();
        for (long uin :
                new long[] {NOBODY, console.uin("auditor"), console.uin("keyless"), console.uin("phone"), root}) {
            for (String password : List.of(PASSWORD, "Wrong-horse-7", "", "x".repeat(5000))) {
                signIns.password(
                        uin,
                        Secret.of(password),
                        "192.0.2.1",
                        RequestId.from(random).get());
                assertThat(costs).as("uin %s", uin).containsExactly("$argon2id$v=19$m=19456,t=2,p=1$");
                costs.clear();
            }
        }
        for (int i = 0; i < 20; i++) {
            SignIns.Outcome waits = signIns.password(
                    NOBODY + i,
                    Secret.of("x"),
                    "192.0.2.1",
                    RequestId.from(random).get());
            assertThat(waits).isInstanceOf(SignIns.Outcome.TooMany.class);
        }
        assertThat(costs).isEmpty();
        assertThat(metrics.text()).contains("countersign_signins_held_back_total 20.0");
    }
}

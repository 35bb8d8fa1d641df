package dev.countersign.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.Check;
import dev.countersign.gateway.Journal;
import dev.countersign.gateway.Outcome;
import dev.countersign.gateway.Outcome.Called;
import dev.countersign.gateway.Outcome.Refusing;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.value.Bytes;
import dev.countersign.value.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the journal keeps, what it leaves out, and how far it reaches back.
final class RequestJournalTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final Request REQUEST =
            new Request("POST", "/", "", Headers.none(), Bytes.none(), "127.0.0.1", false);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    private RequestJournal journal(int entries, int bytes) {
        return new RequestJournal(new Bounds(entries, bytes), now::get, () -> 0);
    }

    private static RequestId id(int number) {
        return RequestId.of(new UUID(0, number));
    }

    private static Outcome outcome(Called called) {
        return new Outcome(called, 200, "ok", Optional.empty(), Optional.empty());
    }

    private static void note(RequestJournal journal, int number) {
        journal.begin(id(number), REQUEST).end(outcome(new Called("tencent", "cam", "AddUser", "2019-01-16", "")));
    }

    @Test
    void what_was_answered_is_found_at_once() {
        RequestJournal journal = journal(100, 1_000_000);
        note(journal, 1);
        Entry found = journal.find(id(1).text()).orElseThrow();
        assertThat(found.outcome().called().action()).isEqualTo("AddUser");
        assertThat(found.came()).isEqualTo(new Entry.Came(START, "POST", "127.0.0.1"));
        assertThat(journal.find(id(2).text())).isEmpty();
    }

    @Test
    void the_oldest_is_forgotten_and_the_reach_says_so() {
        RequestJournal journal = journal(100, 1_000_000);
        assertThat(journal.reach()).isEqualTo(new Reach(START, 0, 100));
        for (int i = 0; i < 150; i++) {
            now.set(START.plusSeconds(i));
            note(journal, i);
            assertThat(journal.find(id(i).text())).isPresent();
        }
        assertThat(journal.find(id(49).text())).isEmpty();
        assertThat(journal.find(id(50).text())).isPresent();
        assertThat(journal.reach()).isEqualTo(new Reach(START.plusSeconds(50), 100, 100));
    }

    @Test
    void it_reaches_back_to_when_the_oldest_ended_however_long_it_took() {
        AtomicLong nanos = new AtomicLong();
        RequestJournal journal = new RequestJournal(new Bounds(100, 1_000_000), now::get, nanos::get);
        Journal.Line slow = journal.begin(id(1), REQUEST);
        now.set(START.plusSeconds(30));
        note(journal, 2);
        now.set(START.plusSeconds(60));
        nanos.set(TimeUnit.SECONDS.toNanos(60));
        slow.end(outcome(new Called("tencent", "cam", "AddUser", "2019-01-16", "")));
        for (int i = 0; i < 99; i++) {
            note(journal, 100 + i);
        }
        assertThat(journal.find(id(2).text())).isEmpty();
        assertThat(journal.find(id(1).text())).isPresent();
        assertThat(journal.reach().since()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void its_memory_has_a_bound_too() {
        RequestJournal journal = journal(100_000, 100_000);
        CallRefusal.Basis basis = new CallRefusal.Basis("a=&".repeat(10_000), "b");
        for (int i = 0; i < 50; i++) {
            journal.begin(id(i), REQUEST)
                    .end(new Outcome(
                            new Called("tencent", "", "x".repeat(100_000), "", ""),
                            200,
                            "c",
                            Optional.of(new Refusing(Check.SIGNATURE, "NotAuthentic", "")),
                            Optional.of(basis)));
            assertThat(journal.find(id(i).text())).isPresent();
        }
        assertThat(journal.reach().entries()).isBetween(1, 12);
    }

    @Test
    void it_misses_none_however_many_come_at_once() throws InterruptedException {
        RequestJournal journal = journal(10_000, 10_000_000);
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(part -> Thread.ofPlatform()
                        .start(() -> IntStream.range(part * 1000, part * 1000 + 1000)
                                .forEach(number -> note(journal, number))))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(journal.reach().entries()).isEqualTo(8000);
        assertThat(IntStream.range(0, 8000))
                .allSatisfy(
                        number -> assertThat(journal.find(id(number).text())).isPresent());
    }

    @Test
    void an_entry_is_found_as_it_was() {
        RequestJournal journal = journal(100, 1_000_000);
        Outcome full = new Outcome(
                new Called("alibaba", "cams", "GetMigrationVerifyCode", "2020-06-06", "LTAIabc"),
                403,
                "SignatureDoesNotMatch",
                Optional.of(new Refusing(Check.SIGNATURE, "NotAuthentic", "")),
                Optional.of(new CallRefusal.Basis("POST\n/\n", "ACS3-HMAC-SHA256")));
        journal.begin(id(1), new Request("brew", "/", "", Headers.none(), Bytes.none(), "::1", false))
                .end(full);
        Entry found = journal.find(id(1).text()).orElseThrow();
        assertThat(found).isEqualTo(new Entry(id(1), new Entry.Came(START, "brew", "::1"), Duration.ZERO, full));
    }

    @Test
    void what_is_no_id_is_not_found() {
        RequestJournal journal = journal(100, 1_000_000);
        note(journal, 1);
        assertThat(journal.find("")).isEmpty();
        assertThat(journal.find(id(1).text().substring(0, 35))).isEmpty();
        assertThat(journal.find("x".repeat(100_000))).isEmpty();
    }

    @Test
    void bounds_have_bounds() {
        assertThatThrownBy(() -> new Bounds(99, 1_000_000)).hasMessageContaining("journal.entries");
        assertThatThrownBy(() -> new Bounds(100_001, 1_000_000)).hasMessageContaining("journal.entries");
        assertThatThrownBy(() -> new Bounds(100, 99_999)).hasMessageContaining("journal.bytes");
        assertThatThrownBy(() -> new Bounds(100, 1_000_000_001)).hasMessageContaining("journal.bytes");
    }

    /// A code, a number, an address and a secret, wherever somebody puts them.
    @Test
    void no_code_number_or_secret_is_kept_wherever_it_was_put() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String[] hiddenTexts = {
            "482913", "85261234567", "+85261234567", "alice@example.com", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"
        };
        for (int run = 0; run < 2000; run++) {
            String hidden = hiddenTexts[random.nextInt(hiddenTexts.length)];
            String[] places = new String[7];
            for (int i = 0; i < places.length; i++) {
                places[i] = random.nextInt(3) == 0 ? "" : hidden;
            }
            String form = "Action=SendVerifyCode&PhoneNum=" + places[0] + "&Nonce=" + places[1] + "&" + places[2];
            String[] signed = {
                "GET127.0.0.1:7300/?" + form,
                "GET&%2F&" + form.replace("=", "%3D").replace("&", "%26"),
                "POST\n/\n" + form + "\ncontent-type:application/json\nhost:" + places[3] + "\nx-tc-token:" + places[4]
                        + "\n\ncontent-type;host\n" + places[5] + "\n" + places[6]
            };
            RequestJournal journal = journal(100, 1_000_000);
            journal.begin(id(run), REQUEST)
                    .end(new Outcome(
                            new Called("tencent", "", places[0], places[1], places[2]),
                            200,
                            "AuthFailure.SignatureFailure",
                            Optional.of(new Refusing(Check.SIGNATURE, "NotAuthentic", places[3])),
                            Optional.of(new CallRefusal.Basis(
                                    signed[random.nextInt(signed.length)], signed[random.nextInt(signed.length)]))));
            String kept = Json.write(Written.of(journal.find(id(run).text()).orElseThrow()))
                    .toUtf8();
            assertThat(kept).as("seed " + seed + ", run " + run).doesNotContain(hiddenTexts);
        }
    }

    @Test
    void what_a_canonical_request_is_read_by_is_kept() {
        String canonical =
                "POST\n/\n\ncontent-type:application/json\nhost:127.0.0.1:7300\nx-tc-action:sendverifycode\n\n"
                        + "content-type;host;x-tc-action\n" + "a".repeat(64);
        String string = "TC3-HMAC-SHA256\n1767323045\n2026-01-02/cam/tc3_request\n" + "b".repeat(64);
        Outcome veiled = Veil.over(new Outcome(
                new Called("tencent", "", "SendVerfyCode", "2022-09-28", "AKIDnobody"),
                200,
                "x",
                Optional.empty(),
                Optional.of(new CallRefusal.Basis(canonical, string))));
        assertThat(veiled.signed()).contains(new CallRefusal.Basis(canonical, string));
        assertThat(veiled.called()).isEqualTo(new Called("tencent", "", "SendVerfyCode", "2022-09-28", "AKIDnobody"));
    }
}

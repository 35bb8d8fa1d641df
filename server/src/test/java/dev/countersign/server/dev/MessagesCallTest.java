package dev.countersign.server.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.destination.Channel;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class MessagesCallTest {
    private static final PhoneNumber ALICE = new PhoneNumber("852", "61234567");
    private static final PhoneNumber BOB = new PhoneNumber("852", "69999999");
    private static final MailAddress TAGGED = new MailAddress("alice+tag@example.com");

    private final Developer developer = new Developer();

    @Test
    void writes_a_message_in_exactly_this_shape() {
        developer.receive(ALICE, Channel.SMS, "123456");

        assertThat(Developer.ok(developer.get("/dev/messages")))
                .isEqualTo(
                        "[{\"id\":\"message-1\",\"to\":\"85261234567\",\"channel\":\"sms\",\"from\":\"Countersign\","
                                + "\"subject\":null,\"text\":\"123456 is your code.\",\"html\":null,\"code\":\"123456\",\"purpose\":\"registration\","
                                + "\"locale\":\"en-US\",\"language\":\"en\","
                                + "\"verification\":null,\"request\":null,\"action\":null,\"createdAt\":\"2026-11-22T10:00:00Z\"}]");
    }

    @Test
    void lists_the_newest_first() {
        developer.receive(ALICE, Channel.SMS, "111111");
        developer.receive(ALICE, Channel.SMS, "222222");

        assertThat(codes("/dev/messages")).isEqualTo("222222 111111");
    }

    @Test
    void an_empty_inbox_is_an_empty_array() {
        assertThat(Developer.ok(developer.get("/dev/messages?to=&channel=&after=&wait=&limit=")))
                .isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "85261234567",
                "+85261234567",
                "%2B85261234567",
                "%2b852+61234567",
                "+852%2061234567",
                "852+61234567",
                "++85261234567"
            })
    void finds_a_number_however_its_plus_and_blanks_were_sent(String to) {
        developer.receive(BOB, Channel.SMS, "111111");
        developer.receive(ALICE, Channel.VOICE, "222222");

        assertThat(codes("/dev/messages?to=" + to)).isEqualTo("222222");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice%2Btag@example.com", "alice+tag@example.com", "ALICE%2btag%40Example.com"})
    void finds_an_address_without_case(String to) {
        developer.receive(TAGGED, Channel.EMAIL, "333333");
        developer.receive(ALICE, Channel.SMS, "222222");

        assertThat(codes("/dev/messages?to=" + to)).isEqualTo("333333");
    }

    @Test
    void a_number_matches_whole_or_not_at_all() {
        developer.receive(ALICE, Channel.SMS, "111111");

        assertThat(codes("/dev/messages?to=8526123456")).isEmpty();
        assertThat(codes("/dev/messages?to=61234567")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sms, 111111", "voice, 222222", "email, 333333"})
    void finds_by_channel(String channel, String code) {
        developer.receive(ALICE, Channel.SMS, "111111");
        developer.receive(ALICE, Channel.VOICE, "222222");
        developer.receive(TAGGED, Channel.EMAIL, "333333");

        assertThat(codes("/dev/messages?channel=" + channel)).isEqualTo(code);
    }

    @Test
    void finds_what_came_after_a_message() {
        developer.receive(ALICE, Channel.SMS, "111111");
        String second = developer.receive(BOB, Channel.SMS, "222222");
        developer.receive(ALICE, Channel.SMS, "333333");

        assertThat(codes("/dev/messages?after=" + second)).isEqualTo("333333");
        assertThat(codes("/dev/messages?to=85261234567&after=message-1")).isEqualTo("333333");
    }

    @Test
    void limits_how_many_are_listed() {
        for (int i = 0; i < 101; i++) {
            developer.receive(ALICE, Channel.SMS, String.format("%06d", i));
        }

        assertThat(codes("/dev/messages?limit=2")).isEqualTo("000100 000099");
        assertThat(codes("/dev/messages").split(" ")).hasSize(100);
        assertThat(codes("/dev/messages?limit=1000").split(" ")).hasSize(101);
    }

    @Test
    void delete_clears_the_inbox() {
        developer.receive(ALICE, Channel.SMS, "111111");

        assertThat(Developer.ok(developer.delete("/dev/messages"))).isEqualTo("[]");
        assertThat(codes("/dev/messages")).isEmpty();
    }

    @Test
    void a_wait_ends_at_once_when_there_is_a_message() {
        developer.receive(ALICE, Channel.SMS, "111111");

        assertThat(codes("/dev/messages?to=85261234567&wait=60s")).isEqualTo("111111");
    }

    @Test
    void a_wait_without_a_message_ends_with_an_empty_array() {
        assertThat(Developer.ok(developer.get("/dev/messages?wait=1ms"))).isEqualTo("[]");
        assertThat(Developer.ok(developer.get("/dev/messages?wait=0s"))).isEqualTo("[]");
    }

    @Test
    void a_wait_ends_with_the_first_message_that_fits_and_is_newer() throws Exception {
        String old = developer.receive(ALICE, Channel.SMS, "111111");
        CompletableFuture<String> waiting = later("/dev/messages?to=85261234567&wait=60s&after=" + old);
        awaitWaiters(1);

        developer.receive(BOB, Channel.SMS, "222222");
        awaitWaiters(1);
        assertThat(waiting).isNotDone();
        developer.receive(ALICE, Channel.SMS, "333333");

        assertThat(waiting.get()).isEqualTo("333333");
    }

    @Test
    void a_stop_ends_all_waits() throws Exception {
        CompletableFuture<String> waiting = later("/dev/messages?wait=60s");
        awaitWaiters(1);

        developer.bell.close();

        assertThat(waiting.get()).isEmpty();
    }

    private CompletableFuture<String> later(String target) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> answer.complete(codes(target)));
        return answer;
    }

    private void awaitWaiters(int count) {
        while (developer.bell.waiting() < count) {
            Thread.onSpinWait();
        }
    }

    private String codes(String target) {
        String json = Developer.ok(developer.get(target));
        StringBuilder codes = new StringBuilder();
        java.util.regex.Pattern.compile("\"code\":\"([0-9]+)\"")
                .matcher(json)
                .results()
                .forEach(found -> codes.append(codes.isEmpty() ? "" : " ").append(found.group(1)));
        return codes.toString();
    }
}

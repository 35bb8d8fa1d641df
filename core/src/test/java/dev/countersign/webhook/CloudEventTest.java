package dev.countersign.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CloudEventTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.001Z");

    @Test
    void has_the_members_of_the_structured_mode_and_of_what_happened() {
        Event event = new Event(
                7,
                "01890a5d-ac96-774b-bcce-b302099a8058",
                100_000_000_001L,
                EventType.MESSAGE_UNDELIVERED,
                NOON.plusNanos(1),
                new Event.Data(
                        Optional.of("v"),
                        Optional.of("m"),
                        "login",
                        "sms",
                        Optional.of("+852******67"),
                        Optional.of(100_000_000_011L),
                        Optional.of("smsc-1"),
                        Optional.of("069")));

        assertThat(CloudEvent.of(event).toUtf8())
                .isEqualTo("{\"specversion\":\"1.0\",\"id\":\"01890a5d-ac96-774b-bcce-b302099a8058\","
                        + "\"source\":\"/tenants/100000000001\",\"type\":\"dev.countersign.message.undelivered\","
                        + "\"subject\":\"m\",\"time\":\"2026-11-22T12:00:00.001Z\","
                        + "\"datacontenttype\":\"application/json\",\"data\":{\"verification\":\"v\",\"message\":\"m\","
                        + "\"purpose\":\"login\",\"channel\":\"sms\",\"to\":\"+852******67\","
                        + "\"principal\":100000000011,\"carrier\":\"smsc-1\",\"error\":\"069\"}}");
    }

    @Test
    void leaves_out_what_is_not_known_and_escapes_what_a_carrier_wrote() {
        Event event = new Event(
                1,
                "e",
                1,
                EventType.VERIFICATION_ISSUED,
                NOON,
                new Event.Data(
                        Optional.of("v"),
                        Optional.empty(),
                        "login",
                        "email",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("a\"b\\c\n\u007f\ud800\u4e2d")));

        assertThat(CloudEvent.of(event).toUtf8())
                .contains("\"subject\":\"v\"")
                .endsWith("\"data\":{\"verification\":\"v\",\"purpose\":\"login\",\"channel\":\"email\","
                        + "\"error\":\"a\\\"b\\\\c\\u000a\\u007f\\ud800\u4e2d\"}}");
    }

    @Test
    void every_type_is_found_by_its_word() {
        for (EventType type : EventType.values()) {
            assertThat(EventType.of(type.word())).contains(type);
        }
        assertThat(EventType.of("dev.countersign.verification.unknown")).isEmpty();
    }
}

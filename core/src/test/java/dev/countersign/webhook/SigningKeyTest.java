package dev.countersign.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SigningKeyTest {
    private static final SigningKey PUBLISHED = new SigningKey(Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    /// Source: the tests of the Standard Webhooks libraries.
    @Test
    void signs_as_the_published_example_does() {
        String signature = PUBLISHED.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                Bytes.utf8("{\"test\": 2432232314}"));

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void every_live_key_signs_the_present_one_first() {
        SigningKey fresh = SigningKey.draw(new Random(1));
        Instant at = Instant.ofEpochSecond(1_614_265_330);
        Bytes body = Bytes.utf8("{}");

        assertThat(SigningKey.signAll(List.of(fresh, PUBLISHED), "e", at, body))
                .isEqualTo(fresh.sign("e", at, body) + " " + PUBLISHED.sign("e", at, body));
    }

    @Test
    void a_drawn_key_has_256_bits_and_is_never_printed() {
        SigningKey drawn = SigningKey.draw(new Random(2));

        assertThat(Bytes.base64(drawn.secret().reveal().substring(SigningKey.PREFIX.length()))
                        .length())
                .isEqualTo(32);
        assertThat(drawn.toString()).doesNotContain(drawn.secret().reveal());
    }
}

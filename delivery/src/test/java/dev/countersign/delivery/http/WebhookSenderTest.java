package dev.countersign.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.value.Bytes;
import dev.countersign.webhook.Sender.Post;
import dev.countersign.webhook.Sender.Reply;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class WebhookSenderTest {
    private static final Duration SECOND = Duration.ofSeconds(5);

    @Test
    void posts_body_and_headers_to_path_and_query() throws Exception {
        try (StandIn receiver = StandIn.answering(Recorded.of(204, ""));
                WebhookSender sender = sender(true)) {
            Reply reply = sender.post(post(receiver.address() + "/a%2Fb?c=d"));

            assertThat(reply).isEqualTo(new Reply.Answered(204, Optional.empty()));
            var received = receiver.received();
            assertThat(received.method()).isEqualTo("POST");
            assertThat(received.path()).isEqualTo("/a%2Fb");
            assertThat(received.query()).isEqualTo("c=d");
            assertThat(received.headers().first("webhook-id")).contains("e-1");
            assertThat(received.body().toUtf8()).isEqualTo("{}");
        }
    }

    @Test
    void follows_no_redirect() throws Exception {
        try (StandIn receiver = StandIn.answering(Recorded.of(302, ""));
                WebhookSender sender = sender(true)) {
            assertThat(sender.post(post(receiver.address()))).isEqualTo(new Reply.Answered(302, Optional.empty()));
            assertThat(receiver.received().path()).isEqualTo("/");
            assertThat(receiver.receivedAlready()).isNull();
        }
    }

    @Test
    void goes_nowhere_but_to_the_internet_unless_allowed() throws Exception {
        try (StandIn receiver = StandIn.answering(Recorded.of(204, ""));
                WebhookSender sender = sender(false)) {
            assertThat(sender.post(post(receiver.address())))
                    .isEqualTo(new Reply.Unanswered("target is not on the internet"));
            assertThat(receiver.receivedAlready()).isNull();
        }
    }

    @Test
    void tells_when_there_is_no_answer() throws Exception {
        try (WebhookSender sender = sender(true)) {
            assertThat(sender.post(post("http://carrier.test:1/"))).isEqualTo(new Reply.Unanswered("no connection"));
        }
    }

    @Test
    void more_hosts_than_are_kept_make_room_for_each_other() throws Exception {
        List<StandIn> receivers = new ArrayList<>();
        Outbound.Surroundings here = Line.here();
        try (Outbounds outbounds = new Outbounds(2, host -> new Outbound(host, reach(true), here))) {
            for (int n = 0; n < 4; n++) {
                receivers.add(StandIn.answering(Recorded.of(204, "")));
            }
            Call call = new Call("POST", "/", Map.of(), Bytes.utf8("{}"));
            for (int round = 0; round < 2; round++) {
                for (StandIn receiver : receivers) {
                    assertThat(outbounds
                                    .send(URI.create(receiver.address()), call)
                                    .status())
                            .isEqualTo(204);
                }
            }
        } finally {
            receivers.forEach(StandIn::close);
        }
    }

    private static Reach reach(boolean inside) {
        return new Reach(SECOND, SECOND, inside);
    }

    private static WebhookSender sender(boolean inside) throws NoSuchAlgorithmException {
        return new WebhookSender(reach(inside), Line.here());
    }

    private static Post post(String to) {
        return new Post(
                URI.create(to), Map.of("Content-Type", "application/json", "webhook-id", "e-1"), Bytes.utf8("{}"));
    }
}

package dev.countersign.server.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.countersign.challenge.WechatProvider.Identity;
import dev.countersign.server.Countersign;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.value.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client against the dev world's stand-in, over its port.
class HttpWechatTest {
    @TempDir
    Path directory;

    private static HttpWechat at(String endpoint) {
        return at(endpoint, true, Duration.ofSeconds(5));
    }

    private static HttpWechat at(String endpoint, boolean anywhere, Duration patience) {
        return new HttpWechat(
                new HttpWechat.Application("wxdev00000000000000", Secret.of("dev-wechat-secret")),
                () -> new HttpWechat.Addresses(endpoint + "/scan", endpoint + "/dev/wechat/access_token", anywhere),
                patience);
    }

    /// A WeChat that answers every request so.
    private static HttpServer answering(HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", handler);
        server.start();
        return server;
    }

    private static String endpoint(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static HttpHandler once(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    @Test
    void a_short_answer_of_wechats_own_form_is_believed_and_no_other() throws IOException {
        for (String other : new String[] {"", "[]", "null", "{\"openid\":7}", "{\"errcode\":40029}", "<html>"}) {
            HttpServer wechat = answering(once(200, other));
            assertThat(at(endpoint(wechat)).exchange("code")).as(other).isEmpty();
            wechat.stop(0);
        }
        String right = "{\"access_token\":\"a\",\"openid\":\"o\",\"unionid\":\"u\"}";
        HttpServer wechat = answering(once(200, right));
        assertThat(at(endpoint(wechat)).exchange("code")).contains(new Identity("o", Optional.of("u")));
        wechat.stop(0);
        HttpServer failing = answering(once(500, right));
        assertThat(at(endpoint(failing)).exchange("code")).isEmpty();
        failing.stop(0);
        HttpServer endless = answering(once(200, "{\"openid\":\"o\",\"x\":\"" + "y".repeat(20_000) + "\"}"));
        assertThat(at(endpoint(endless)).exchange("code")).isEmpty();
        endless.stop(0);
    }

    @Test
    void an_answer_that_never_ends_is_not_waited_for() throws IOException {
        HttpServer wechat = answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"openid\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        });
        assertThat(at(endpoint(wechat), true, Duration.ofMillis(300)).exchange("code"))
                .isEmpty();
        wechat.stop(0);
    }

    @Test
    void the_secret_is_sent_into_no_private_network_unless_the_operator_says_so() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer neighbour = answering(exchange -> {
            asked.incrementAndGet();
            once(200, "{\"openid\":\"o\"}").handle(exchange);
        });
        String port = ":" + neighbour.getAddress().getPort();
        for (String host : new String[] {
            "127.0.0.1",
            "localhost",
            "[::1]",
            "0.0.0.0",
            "10.0.0.1",
            "192.168.0.1",
            "172.16.0.1",
            "169.254.1.1",
            "[fd00::1]",
            "[fe80::1]",
            "[::ffff:127.0.0.1]"
        }) {
            assertThat(at("http://" + host + port, false, Duration.ofMillis(300))
                            .exchange("code"))
                    .as(host)
                    .isEmpty();
        }
        assertThat(asked).hasValue(0);
        assertThat(at(endpoint(neighbour)).exchange("code")).isPresent();
        neighbour.stop(0);
    }

    @Test
    void a_scans_code_tells_who_scanned_once() {
        try (Countersign server = Countersign.dev(Countersign.DevOptions.at(directory));
                DevClient client = new DevClient(server.port())) {
            String code =
                    client.send("POST", "/dev/wechat/scans", "{\"uin\":7}").text("code");
            assertThat(at(server.endpoint()).exchange(code)).contains(new Identity("dev-openid-7", Optional.empty()));
            assertThat(at(server.endpoint()).exchange(code)).isEmpty();
            assertThat(at(server.endpoint()).exchange("a b&c=d")).isEmpty();
            assertThat(at(server.endpoint() + "/nowhere").exchange(code)).isEmpty();
        }
    }

    @Test
    void nobody_is_known_when_wechat_does_not_answer() {
        assertThat(at("http://127.0.0.1:1").exchange("code")).isEmpty();
    }

    @Test
    void the_browser_is_sent_with_what_it_must_bring_back() {
        assertThat(at("https://wechat.example.com").authorize("https://mfa.example.com/challenge/1/wechat", "s-1"))
                .isEqualTo("https://wechat.example.com/scan?appid=wxdev00000000000000"
                        + "&redirect_uri=https%3A%2F%2Fmfa.example.com%2Fchallenge%2F1%2Fwechat"
                        + "&response_type=code&scope=snsapi_login&state=s-1#wechat_redirect");
    }
}

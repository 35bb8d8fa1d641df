package dev.countersign.server.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.challenge.WechatProvider.Identity;
import dev.countersign.server.Countersign;
import dev.countersign.testkit.wire.DevClient;
import dev.countersign.value.Secret;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client against the dev world's stand-in, over its port.
class HttpWechatTest {
    @TempDir
    Path directory;

    private static HttpWechat at(String endpoint) {
        return new HttpWechat(
                new HttpWechat.Application("wxdev00000000000000", Secret.of("dev-wechat-secret")),
                () -> new HttpWechat.Addresses(endpoint + "/scan", endpoint + "/dev/wechat/access_token"));
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

package dev.countersign.server.wechat;

import dev.countersign.challenge.WechatProvider;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// WeChat's website login, OAuth 2.0 as WeChat speaks it: `qrconnect`, then `sns/oauth2/access_token`
/// (https://developers.weixin.qq.com/doc/oplatform/en/Website_App/WeChat_Login/Wechat_Login.html).
public final class HttpWechat implements WechatProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 16 * 1024;

    private final Application application;
    private final Supplier<Addresses> addresses;
    private final HttpClient http;

    /// Who we are at WeChat.
    ///
    /// @param id the id of the website application
    /// @param secret its secret
    public record Application(String id, Secret secret) {}

    /// Where WeChat is.
    ///
    /// @param authorize where browsers scan
    /// @param exchange where codes are exchanged
    public record Addresses(String authorize, String exchange) {}

    /// @param application who we are there
    /// @param addresses where it is
    public HttpWechat(Application application, Supplier<Addresses> addresses) {
        this.application = application;
        this.addresses = addresses;
        this.http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    @Override
    public String authorize(String returnTo, String state) {
        return addresses.get().authorize() + "?appid=" + encoded(application.id()) + "&redirect_uri="
                + encoded(returnTo) + "&response_type=code&scope=snsapi_login&state=" + encoded(state)
                + "#wechat_redirect";
    }

    @Override
    public Optional<Identity> exchange(String code) {
        String query = "?appid=" + encoded(application.id()) + "&secret="
                + encoded(application.secret().reveal()) + "&code=" + encoded(code)
                + "&grant_type=authorization_code";
        HttpRequest request = HttpRequest.newBuilder(URI.create(addresses.get().exchange() + query))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return response.statusCode() == 200
                        ? identity(Bytes.of(body.readNBytes(LONGEST_ANSWER)))
                        : Optional.empty();
            }
        } catch (IOException silent) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Identity> identity(Bytes answer) {
        try {
            return Json.read(answer, "application/json") instanceof Value.Fields fields
                    ? text(fields, "openid").map(openid -> new Identity(openid, text(fields, "unionid")))
                    : Optional.empty();
        } catch (Refused notJson) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Value.Fields fields, String name) {
        return fields.fields().get(name) instanceof Value.Text text
                        && !text.text().isEmpty()
                ? Optional.of(text.text())
                : Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

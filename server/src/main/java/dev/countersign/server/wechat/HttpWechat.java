package dev.countersign.server.wechat;

import dev.countersign.challenge.WechatProvider;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// WeChat's website login, OAuth 2.0 as WeChat speaks it: `qrconnect`, then `sns/oauth2/access_token`
/// (https://developers.weixin.qq.com/doc/oplatform/en/Website_App/WeChat_Login/Wechat_Login.html).
public final class HttpWechat implements WechatProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 16 * 1024;

    private final Application application;
    private final Supplier<Addresses> addresses;
    private final Duration patience;
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
    /// @param anywhere whether codes may be exchanged within the operator's own network
    public record Addresses(String authorize, String exchange, boolean anywhere) {}

    /// @param application who we are there
    /// @param addresses where it is
    public HttpWechat(Application application, Supplier<Addresses> addresses) {
        this(application, addresses, PATIENCE);
    }

    /// The same with another patience.
    HttpWechat(Application application, Supplier<Addresses> addresses, Duration patience) {
        this.application = application;
        this.addresses = addresses;
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
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
        return Optional.of(URI.create(addresses.get().exchange() + query))
                .filter(target -> addresses.get().anywhere() || onTheInternet(target))
                .flatMap(this::fetched)
                .flatMap(HttpWechat::identity);
    }

    /// The whole answer, within the time and the size that are borne; nothing for any other.
    private Optional<Bytes> fetched(URI target) {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(
                HttpRequest.newBuilder(target).build(),
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return response.statusCode() == 200 ? Optional.of(Bytes.of(response.body())) : Optional.empty();
        } catch (ExecutionException | TimeoutException silent) {
            answer.cancel(true);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Whether a name leads out of the operator's own network, so that who can change what it resolves to can't
    /// have our secret sent to a service that trusts its neighbours.
    private static boolean onTheInternet(URI target) {
        try {
            return List.of(InetAddress.getAllByName(target.getHost())).stream().noneMatch(HttpWechat::inside);
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static boolean inside(InetAddress address) {
        boolean uniqueLocal = address instanceof Inet6Address && (address.getAddress()[0] & 0xFE) == 0xFC;
        return uniqueLocal
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
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

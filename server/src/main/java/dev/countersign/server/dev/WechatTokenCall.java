package dev.countersign.server.dev;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.dev.exchange.Query;
import java.util.Map;
import java.util.Optional;

/// `/dev/wechat/access_token`: GET exchanges a code as WeChat's own `sns/oauth2/access_token` does, errors
/// included: they are answered with 200.
public final class WechatTokenCall implements DevCall {
    private final WechatStandIn wechat;

    /// @param wechat plays WeChat
    public WechatTokenCall(WechatStandIn wechat) {
        this.wechat = wechat;
    }

    @Override
    public String path() {
        return "/dev/wechat/access_token";
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("GET", this::exchange);
    }

    private Value exchange(Asked asked) {
        Query query = asked.query("appid", "secret", "code", "grant_type");
        if (!query.value("appid").equals(Optional.of(WechatStandIn.APPLICATION))) {
            return error(40013, "invalid appid");
        }
        if (!query.value("secret").equals(Optional.of(WechatStandIn.SECRET))) {
            return error(40125, "invalid appsecret");
        }
        return query.value("code")
                .flatMap(wechat::exchange)
                .<Value>map(openid -> Value.Fields.none()
                        .plus("access_token", Value.text("dev-access-token"))
                        .plus("expires_in", Value.number(7200))
                        .plus("refresh_token", Value.text("dev-refresh-token"))
                        .plus("openid", Value.text(openid))
                        .plus("scope", Value.text("snsapi_login")))
                .orElseGet(() -> error(40029, "invalid code"));
    }

    private static Value error(int code, String text) {
        return Value.Fields.none().plus("errcode", Value.number(code)).plus("errmsg", Value.text(text));
    }
}

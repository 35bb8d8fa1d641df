package dev.countersign.server;

import dev.countersign.challenge.WechatProvider;
import dev.countersign.server.dev.WechatStandIn;
import java.util.Optional;

/// WeChat in this very process.
record PlayedWechat(WechatStandIn wechat) implements WechatProvider {
    @Override
    public String authorize(String returnTo, String state) {
        return "https://wechat.example.com/?redirect_uri=" + returnTo + "&state=" + state;
    }

    @Override
    public Optional<Identity> exchange(String code) {
        return wechat.exchange(code).map(openid -> new Identity(openid, Optional.empty()));
    }
}

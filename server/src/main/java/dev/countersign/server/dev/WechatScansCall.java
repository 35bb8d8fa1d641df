package dev.countersign.server.dev;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.dev.exchange.Members;
import java.util.Map;

/// `/dev/wechat/scans`: POST lets a user scan, without a page, and tells the code that WeChat's redirect would
/// carry.
public final class WechatScansCall implements DevCall {
    private final WechatStandIn wechat;

    /// @param wechat plays WeChat
    public WechatScansCall(WechatStandIn wechat) {
        this.wechat = wechat;
    }

    @Override
    public String path() {
        return "/dev/wechat/scans";
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("POST", this::scan);
    }

    private Value scan(Asked asked) {
        Members wanted = asked.members("uin");
        long uin = wanted.whole("uin").orElseThrow(() -> wanted.missing("uin", "100000000011"));
        return Value.Fields.none().plus("code", Value.text(wechat.scan(uin)));
    }
}

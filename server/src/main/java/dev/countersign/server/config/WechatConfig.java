package dev.countersign.server.config;

import java.util.Optional;

/// Who we are at WeChat, and where it is.
///
/// @param appId the id of the website application
/// @param secret where its secret is
/// @param authorizeUrl where browsers scan
/// @param exchangeUrl where codes are exchanged
/// @param privateTargets whether that may be within the operator's own network
@Area(
        value = "wechat",
        doc = "WeChat: the website application that people scan for. Without `wechat.app-id` nobody can be"
                + " asked to.")
public record WechatConfig(
        @Key(doc = "The id of the website application.", example = "wx0123456789abcdef")
        Optional<String> appId,

        @Key(doc = "Where its secret is.", example = "env:COUNTERSIGN_WECHAT_SECRET")
        Optional<SecretReference> secret,

        @Key(doc = "Where browsers scan.", example = "https://wechat.example.com/connect/qrconnect")
        String authorizeUrl,

        @Key(doc = "Where codes are exchanged.", example = "https://wechat.example.com/sns/oauth2/access_token")
        String exchangeUrl,

        @Key(
                doc =
                        "On to exchange codes also when `wechat.exchange-url` leads to an address of a private network, as a"
                                + " gateway of your own does.",
                example = "on")
        boolean privateTargets) {
    /// @throws IllegalArgumentException for an application without a secret, or an address without https
    public WechatConfig {
        if (appId.isPresent() && secret.isEmpty()) {
            throw new IllegalArgumentException("wechat.app-id needs wechat.secret");
        }
        if (!authorizeUrl.startsWith("https://") || !exchangeUrl.startsWith("https://")) {
            throw new IllegalArgumentException("WeChat's addresses must begin with https://");
        }
    }

    /// The defaults: WeChat's own addresses.
    public static WechatConfig standard() {
        return new WechatConfig(
                Optional.empty(),
                Optional.empty(),
                "https://open.weixin.qq.com/connect/qrconnect",
                "https://api.weixin.qq.com/sns/oauth2/access_token",
                false);
    }
}

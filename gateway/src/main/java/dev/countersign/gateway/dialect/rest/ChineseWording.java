package dev.countersign.gateway.dialect.rest;

import java.util.Map;
import java.util.Optional;

/// The Chinese texts of the actions' own codes.
final class ChineseWording {
    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("destination-invalid", "该号码或邮箱地址无效。"),
            Map.entry("area-not-served", "暂不支持向该国家或地区发送。"),
            Map.entry("accounts-per-number-reached", "该号码的账号数量已达上限。"),
            Map.entry("resend-too-soon", "距上次发送时间过短，请稍后重试。"),
            Map.entry("send-quota-spent", "发送次数已达上限，请稍后重试。"),
            Map.entry("channel-not-served", "暂不支持该发送渠道。"),
            Map.entry("principal-unknown", "租户中不存在该用户。"),
            Map.entry("code-not-accepted", "验证码错误、已过期、已使用或从未发送。"),
            Map.entry("return-not-registered", "返回地址不是租户已登记的地址。"),
            Map.entry("operation-unfit", "操作类挑战需要可展示的操作字段；登录类挑战不能带操作。"),
            Map.entry("authenticator-missing", "用户无法使用其保护所要求的验证方式。"),
            Map.entry("cooling-off", "用户的号码或邮箱刚变更，敏感操作暂时受限。"),
            Map.entry("no-public-address", "服务未配置浏览器可访问的地址（challenge.public-url）。"),
            Map.entry("challenge-unknown", "不存在该挑战。"),
            Map.entry("challenge-ended", "该挑战已结束。"),
            Map.entry("result-code-not-accepted", "结果码不存在、已使用或已超过一分钟。"),
            Map.entry("proof-not-accepted", "凭证不存在、已使用、已过期或非本服务签发。"),
            Map.entry("operation-differs", "凭证对应的是另一个操作。"),
            Map.entry("verification-unknown", "不存在该验证。"),
            Map.entry("message-unknown", "不存在该消息。"),
            Map.entry("carrier-unknown", "没有路由使用该名称的通道。"),
            Map.entry("webhook-unknown", "不存在该 Webhook。"),
            Map.entry("delivery-unknown", "不存在该投递。"),
            Map.entry("webhook-url-invalid", "地址必须是互联网主机的 https 地址，不含用户名和片段，且不超过 1024 个字符。"),
            Map.entry("webhooks-reached", "租户的 Webhook 数量已达上限。"),
            Map.entry("protection-not-allowed", "不允许这样更改该用户的保护设置。"),
            Map.entry("phone-not-bound", "该用户未绑定手机号。"),
            Map.entry("wechat-not-bound", "该用户未绑定微信。"),
            Map.entry("mail-not-bound", "该用户未绑定邮箱。"),
            Map.entry("custom-page-invalid", "自定义页面地址无效。"),
            Map.entry("return-to-invalid", "返回页面地址列表无效。"),
            Map.entry("own-principal", "不能为自己执行此操作，请使用其他管理员的密钥。"),
            Map.entry("not-bound", "该用户没有此类验证方式。"),
            Map.entry("factor-guards", "该用户的保护设置要求此验证方式，请先更改保护设置。"),
            Map.entry("device-present", "该用户已有验证器，请提供其当前验证码（deviceCode）。"),
            Map.entry("authenticator-unknown", "不存在该验证方式。"),
            Map.entry("already-bound", "该号码或邮箱已绑定于该用户。"),
            Map.entry("change-contended", "该用户的另一项变更正在进行，请重试。"),
            Map.entry("change-unknown", "该用户没有此变更。"),
            Map.entry("change-ended", "该变更已结束，或绑定信息已改变。"),
            Map.entry("current-code-not-accepted", "当前验证方式的验证码错误、已过期或已使用；另一个验证码仍有效。"),
            Map.entry("nowhere-to-send", "该用户没有可用此渠道送达的号码或邮箱，请由管理员生成验证码。"),
            Map.entry("nothing-to-lift", "该验证方式未因失败而受限。"));

    private ChineseWording() {}

    /// The text of a code, if it has one.
    static Optional<String> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}

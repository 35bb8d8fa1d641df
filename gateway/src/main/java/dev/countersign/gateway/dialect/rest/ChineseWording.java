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
            Map.entry("verification-unknown", "不存在该验证。"),
            Map.entry("protection-not-allowed", "不允许这样更改该用户的保护设置。"),
            Map.entry("phone-not-bound", "该用户未绑定手机号。"),
            Map.entry("wechat-not-bound", "该用户未绑定微信。"),
            Map.entry("mail-not-bound", "该用户未绑定邮箱。"),
            Map.entry("custom-page-invalid", "自定义页面地址无效。"),
            Map.entry("return-to-invalid", "返回页面地址列表无效。"));

    private ChineseWording() {}

    /// The text of a code, if it has one.
    static Optional<String> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}

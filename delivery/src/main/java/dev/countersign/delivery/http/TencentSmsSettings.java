package dev.countersign.delivery.http;

import dev.countersign.value.Secret;
import java.util.List;

/// An application of Tencent Cloud SMS, version 2021-01-11 of its API.
///
/// @param key the access key that signs
/// @param application which application sends
/// @param templates the approved templates
/// @param address where it is: `https://sms.tencentcloudapi.com`, or `https://sms.intl.tencentcloudapi.com`
/// @param reach where it may go and how long it may take
public record TencentSmsSettings(
        Key key, Application application, Registered<Template> templates, String address, Reach reach) {
    /// Tencent's address in mainland China.
    public static final String ADDRESS = "https://sms.tencentcloudapi.com";

    /// @throws IllegalArgumentException without a template, or when the address is none
    public TencentSmsSettings {
        if (templates.isEmpty()) {
            throw new IllegalArgumentException("Tencent SMS sends approved templates only: none is registered");
        }
        SentRules.plain(address);
    }

    /// An access key.
    ///
    /// @param id `AKID…`
    public record Key(String id, Secret secret) {}

    /// Which application sends.
    ///
    /// @param id `SmsSdkAppId`
    /// @param signature `SignName`, without brackets; empty for none (outside mainland China)
    /// @param sender `SenderId`, as some countries want it; empty for none
    /// @param region `X-TC-Region`, as `ap-guangzhou`
    public record Application(String id, String signature, String sender, String region) {}

    /// An approved template.
    ///
    /// @param id `TemplateId`
    /// @param parameters what stands for its `{1}`, `{2}`…, as `{code}` and `{minutes}`
    public record Template(String id, List<String> parameters) {
        /// @throws IllegalArgumentException for a placeholder that is broken or unknown
        public Template {
            parameters = List.copyOf(parameters);
            parameters.forEach(Phrase::of);
        }
    }
}

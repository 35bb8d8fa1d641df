package dev.countersign.delivery.http;

import dev.countersign.value.Secret;
import java.util.Map;

/// Alibaba Cloud SMS in mainland China, version 2017-05-25 of its API (`Dysmsapi`).
///
/// @param key the access key that signs
/// @param signature `SignName`, as approved
/// @param templates the approved templates
/// @param address where it is: `https://dysmsapi.aliyuncs.com`
/// @param reach where it may go and how long it may take
public record AlibabaSmsSettings(
        Key key, String signature, Registered<Template> templates, String address, Reach reach) {
    /// Alibaba's address.
    public static final String ADDRESS = "https://dysmsapi.aliyuncs.com";

    /// @throws IllegalArgumentException without a template or signature, or when the address is none
    public AlibabaSmsSettings {
        if (templates.isEmpty() || signature.isBlank()) {
            throw new IllegalArgumentException(
                    "Alibaba SMS sends approved templates under an approved signature only: one of them is missing");
        }
        SentRules.plain(address);
    }

    /// An access key.
    public record Key(String id, Secret secret) {}

    /// An approved template.
    ///
    /// @param code `TemplateCode`, as `SMS_154950909`
    /// @param parameters its variables by name, as `{"code": "{code}"}`
    public record Template(String code, Map<String, String> parameters) {
        /// @throws IllegalArgumentException for a placeholder that is broken or unknown
        public Template {
            parameters = Map.copyOf(parameters);
            parameters.values().forEach(Phrase::of);
        }
    }
}

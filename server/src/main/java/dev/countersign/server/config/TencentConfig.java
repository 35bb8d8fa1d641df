package dev.countersign.server.config;

/// The Tencent wire.
///
/// @param unsignedPayload whether a call may leave its body out of its signature
@Area(value = "tencent", doc = "The Tencent wire.") public record TencentConfig(
        @Key(
                doc =
                        "Whether a call may leave its body out of its signature (`UNSIGNED-PAYLOAD`), as the vendor allows.",
                example = "off")
        boolean unsignedPayload) {
    /// The defaults.
    public static TencentConfig standard() {
        return new TencentConfig(true);
    }
}

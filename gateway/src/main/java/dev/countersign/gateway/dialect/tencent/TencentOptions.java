package dev.countersign.gateway.dialect.tencent;

/// What an installation decides about this wire.
///
/// @param echo whether a wrong signature is answered with what the server signed; it can hold codes and
///     numbers, so that it is for development only
/// @param unsignedPayload whether `X-TC-Content-SHA256: UNSIGNED-PAYLOAD` is accepted, as the vendor does
public record TencentOptions(boolean echo, boolean unsignedPayload) {
    /// For development: everything that the vendor accepts, and help with signatures.
    public static TencentOptions development() {
        return new TencentOptions(true, true);
    }

    /// As the vendor does it.
    public static TencentOptions vendor() {
        return new TencentOptions(false, true);
    }
}

package dev.countersign.gateway.dialect.alibaba;

/// What an installation decides about this wire.
///
/// @param echo whether a wrong signature is answered with what the server signed; it can hold codes and
///     numbers, so that it is for development only
/// @param denial the form of a denied permission
/// @param flowControl the form of too many calls in a second
public record AlibabaOptions(boolean echo, Answerer denial, Answerer flowControl) {
    /// Who answers in the vendor's own house; the codes differ.
    public enum Answerer {
        /// The product: `Ram.PermissionDeny`, `System.LimitControl`.
        PRODUCT,
        /// The gateway before it: `NoPermission`, `Throttling.User`.
        GATEWAY
    }

    /// As the vendor's pages have it, with help with signatures.
    public static AlibabaOptions development() {
        return new AlibabaOptions(true, Answerer.PRODUCT, Answerer.GATEWAY);
    }

    /// As the vendor's pages have it.
    public static AlibabaOptions vendor() {
        return new AlibabaOptions(false, Answerer.PRODUCT, Answerer.GATEWAY);
    }
}

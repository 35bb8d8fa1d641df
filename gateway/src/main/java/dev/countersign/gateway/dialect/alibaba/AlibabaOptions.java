package dev.countersign.gateway.dialect.alibaba;

import java.time.Duration;

/// What an installation decides about this wire.
///
/// @param echo whether a wrong signature is answered with what the server signed; it can hold codes and
///     numbers, so that it is for development only
/// @param window how far the time of a signature may be from now, either way
/// @param bearer whether a key of our own API may stand in the place of a signature
/// @param denial the form of a denied permission
/// @param flowControl the form of too many calls in a second
public record AlibabaOptions(boolean echo, Duration window, boolean bearer, Answerer denial, Answerer flowControl) {
    /// The window that the vendor's error tables have for both versions. A page of its own has 31 minutes for
    /// version 1.
    public static final Duration STANDARD_WINDOW = Duration.ofMinutes(15);

    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofMinutes(31);

    /// @throws IllegalArgumentException for a window below a minute or above 31 minutes
    public AlibabaOptions {
        window = checked(window);
    }

    /// Without bearer tokens.
    public AlibabaOptions(boolean echo, Duration window, Answerer denial, Answerer flowControl) {
        this(echo, window, false, denial, flowControl);
    }

    /// The window, if it can be one.
    ///
    /// @throws IllegalArgumentException for one below a minute or above 31 minutes
    public static Duration checked(Duration window) {
        if (window.compareTo(LEAST) < 0 || window.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("alibaba.window must be 1m to 31m");
        }
        return window;
    }

    /// Who answers in the vendor's own house; the codes differ.
    public enum Answerer {
        /// The product: `Ram.PermissionDeny`, `System.LimitControl`.
        PRODUCT,
        /// The gateway before it: `NoPermission`, `Throttling.User`.
        GATEWAY
    }

    /// As the vendor's pages have it, with help with signatures.
    public static AlibabaOptions development() {
        return new AlibabaOptions(true, STANDARD_WINDOW, Answerer.PRODUCT, Answerer.GATEWAY);
    }

    /// As the vendor's pages have it.
    public static AlibabaOptions vendor() {
        return new AlibabaOptions(false, STANDARD_WINDOW, Answerer.PRODUCT, Answerer.GATEWAY);
    }
}

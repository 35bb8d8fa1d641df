package dev.countersign.server.config;

import dev.countersign.gateway.dialect.alibaba.AlibabaOptions;
import dev.countersign.gateway.dialect.alibaba.AlibabaOptions.Answerer;
import java.time.Duration;

/// The Alibaba wire.
///
/// @param window how far the time of a signature may be from now
/// @param ramDenial how a denied permission is answered
/// @param flowControl how too many calls in a second are answered
@Area(value = "alibaba", doc = "The Alibaba wire.") public record AlibabaConfig(
        @Key(
                doc =
                        "How far the time of a signature may be from now, either way: 1m to 31m. The vendor's error tables"
                                + " have 15 minutes; one of its pages has 31 for signature version 1.",
                example = "31m")
        Duration window,

        @Key(
                doc =
                        "How a denied permission is answered: as the products do, with 400 `Ram.PermissionDeny`, or as the"
                                + " gateway before them does, with 403 `NoPermission`.",
                example = "gateway")
        Answerer ramDenial,

        @Key(
                doc =
                        "How too many calls in a second are answered: as the products do, with `System.LimitControl`, or as"
                                + " the gateway before them does, with `Throttling.User`.",
                example = "product")
        Answerer flowControl)
        implements Checked {
    @Override
    public void check() {
        options(false);
    }

    /// With the standard window.
    public AlibabaConfig(Answerer ramDenial, Answerer flowControl) {
        this(AlibabaOptions.STANDARD_WINDOW, ramDenial, flowControl);
    }

    /// The defaults.
    public static AlibabaConfig standard() {
        AlibabaOptions vendor = AlibabaOptions.vendor();
        return new AlibabaConfig(vendor.window(), vendor.denial(), vendor.flowControl());
    }

    /// What the wire is told.
    ///
    /// @param echo whether a wrong signature is answered with what the server signed
    public AlibabaOptions options(boolean echo) {
        return new AlibabaOptions(echo, window, ramDenial, flowControl);
    }
}

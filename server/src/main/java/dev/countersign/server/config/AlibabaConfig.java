package dev.countersign.server.config;

import dev.countersign.gateway.dialect.alibaba.AlibabaOptions;
import dev.countersign.gateway.dialect.alibaba.AlibabaOptions.Answerer;
import dev.countersign.product.alibaba.dypnsapi.v20170525.DypnsOptions;
import dev.countersign.product.alibaba.dypnsapi.v20170525.DypnsOptions.Manners;
import dev.countersign.verification.TermsPolicy;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/// The Alibaba wire.
///
/// @param window how far the time of a signature may be from now
/// @param bearer whether a key of our own API may stand in the place of a signature
/// @param ramDenial how a denied permission is answered
/// @param flowControl how too many calls in a second are answered
/// @param dypnsManners how `dypnsapi` answers wrong codes and sends that come too soon
/// @param vendorParity whether codes may be as short, and live as long, as the vendor lets them
/// @param returnCodeTo the tenants whose sends may have the code returned
@Area(value = "alibaba", doc = "The Alibaba wire.") public record AlibabaConfig(
        @Key(
                doc =
                        "How far the time of a signature may be from now, either way: 1m to 31m. The vendor's error tables"
                                + " have 15 minutes; one of its pages has 31 for signature version 1.",
                example = "31m")
        Duration window,

        @Key(
                doc =
                        "Whether a call may bear a key of our own API, one of scope `*`, in the place of a signature"
                                + " (`x-acs-bearer-token`, `BearerToken`). It is worth as much as the connection that it is sent on.",
                example = "on")
        boolean bearer,

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
        Answerer flowControl,

        @Key(
                doc =
                        "How `dypnsapi` answers a code that is not accepted and a send that comes too soon: as the live service"
                                + " does, with 400 `isv.ValidateFail` and 200 `biz.FREQUENCY`, or as its pages say, with 200"
                                + " `UNKNOWN` and 400 `FREQUENCY_FAIL`.",
                example = "documented")
        Manners dypnsManners,

        @Key(
                doc =
                        "Whether `SendSmsVerifyCode` makes codes of 4 signs, which is its default then, and lets them live up"
                                + " to a day. Such codes are below NIST SP 800-63B-4 and OWASP ASVS 5.",
                example = "on")
        boolean vendorParity,

        @Key(
                doc =
                        "The tenants, by the UINs of their roots, that `SendSmsVerifyCode` returns the code to when they ask for"
                                + " it. A code that was returned does not prove who holds the number.",
                example = "[100000000001]")
        Set<String> returnCodeTo) {
    /// @throws IllegalArgumentException when a tenant is none, or the window is not 1 to 31 minutes
    public AlibabaConfig {
        window = AlibabaOptions.checked(window);
        returnCodeTo = Set.copyOf(returnCodeTo);
        for (String tenant : returnCodeTo) {
            if (!tenant.matches("[1-9][0-9]{0,17}")) {
                throw new IllegalArgumentException(
                        "alibaba.return-code-to holds the UINs of tenants' roots, such as 100000000001");
            }
        }
    }

    /// With the standard window and without bearer tokens.
    public AlibabaConfig(
            Answerer ramDenial,
            Answerer flowControl,
            Manners dypnsManners,
            boolean vendorParity,
            Set<String> returnCodeTo) {
        this(AlibabaOptions.STANDARD_WINDOW, false, ramDenial, flowControl, dypnsManners, vendorParity, returnCodeTo);
    }

    /// The defaults.
    public static AlibabaConfig standard() {
        return returning(Set.of());
    }

    /// The defaults, but for the tenants that may have codes returned.
    public static AlibabaConfig returning(Set<String> tenants) {
        AlibabaOptions vendor = AlibabaOptions.vendor();
        return new AlibabaConfig(vendor.denial(), vendor.flowControl(), Manners.OBSERVED, false, tenants);
    }

    /// What `dypnsapi` is told.
    public DypnsOptions dypns() {
        return new DypnsOptions(
                dypnsManners,
                new TermsPolicy(vendorParity),
                returnCodeTo.stream().map(Long::valueOf).collect(Collectors.toUnmodifiableSet()));
    }

    /// What the wire is told.
    ///
    /// @param echo whether a wrong signature is answered with what the server signed
    public AlibabaOptions options(boolean echo) {
        return new AlibabaOptions(echo, window, bearer, ramDenial, flowControl);
    }
}

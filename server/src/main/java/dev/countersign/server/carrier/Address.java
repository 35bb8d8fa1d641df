package dev.countersign.server.carrier;

import dev.countersign.server.config.AlibabaSmsConfig;
import dev.countersign.server.config.CarrierDetails;
import dev.countersign.server.config.HttpCarrierConfig;
import dev.countersign.server.config.InboxConfig;
import dev.countersign.server.config.SmppConfig;
import dev.countersign.server.config.SmtpConfig;
import dev.countersign.server.config.TencentSmsConfig;
import dev.countersign.server.config.TwilioConfig;
import java.net.URI;

/// Where a carrier listens.
///
/// @param host a name or an address; empty for nowhere
/// @param port the port
public record Address(String host, int port) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /// The address of a carrier.
    public static Address of(CarrierDetails details) {
        return switch (details) {
            case SmppConfig smpp -> new Address(smpp.host(), smpp.port());
            case SmtpConfig smtp -> new Address(smtp.host(), smtp.port());
            case HttpCarrierConfig http -> of(http.request().url());
            case TwilioConfig twilio -> of(twilio.address());
            case TencentSmsConfig tencent -> of(tencent.address());
            case AlibabaSmsConfig alibaba -> of(alibaba.address());
            case InboxConfig none -> new Address("", 0);
        };
    }

    /// Placeholders may stand after the host only, so that what comes before can be taken alone.
    private static Address of(String url) {
        URI target = URI.create(url.replaceFirst("^(https?://[^/?]+).*$", "$1"));
        int standard = target.getScheme().equals("https") ? HTTPS : HTTP;
        return new Address(target.getHost(), target.getPort() < 0 ? standard : target.getPort());
    }

    /// As `host:port`; a dash for nowhere.
    @Override
    public String toString() {
        return host.isEmpty() ? "-" : host + ":" + port;
    }
}

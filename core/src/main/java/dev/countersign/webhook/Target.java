package dev.countersign.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether an address may be posted to, as far as its text tells. What its name resolves to is looked at with
/// every post.
///
/// @param inside whether the operator's own network is allowed, and plain HTTP with it
public record Target(boolean inside) {
    /// How long an address may be.
    public static final int LONGEST = 1024;

    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*");

    /// Whether it is absolute, https, and a name of the internet, without user and fragment.
    public boolean allows(String url) {
        if (url.length() > LONGEST || !PLAIN.matcher(url).matches()) {
            return false;
        }
        try {
            URI uri = new URI(url);
            String host = uri.getHost();
            return host != null
                    && schemeAllowed(String.valueOf(uri.getScheme()))
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= 65_535
                    && (inside || onInternet(host.toLowerCase(Locale.ROOT)));
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private boolean schemeAllowed(String scheme) {
        return scheme.equals("https") || (inside && scheme.equals("http"));
    }

    private static boolean onInternet(String host) {
        return host.indexOf('.') > 0
                && !host.endsWith(".localhost")
                && !ADDRESS.matcher(host).matches();
    }
}

package dev.countersign.gateway.dialect.tencent;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// The forms in which a client may have signed the host that it sent: the Node SDK drops the port, tccli and
/// the Python SDK put a scheme in front of it.
final class Hosts {
    private static final Pattern SCHEME = Pattern.compile("^[hH][tT][tT][pP][sS]?://");
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");

    private Hosts() {}

    /// The candidates besides the host as sent, the likeliest first.
    static Set<String> otherwise(String sent) {
        Set<String> forms = new LinkedHashSet<>();
        String bare = SCHEME.matcher(sent).replaceFirst("");
        forms.add(PORT.matcher(sent).replaceFirst(""));
        forms.add(bare);
        forms.add(PORT.matcher(bare).replaceFirst(""));
        forms.remove(sent);
        return forms;
    }

    /// The first label of the host: what the vendor calls the service.
    static String firstLabel(String sent) {
        String bare = SCHEME.matcher(sent).replaceFirst("");
        int end = bare.indexOf('.');
        return end < 0 ? bare : bare.substring(0, end);
    }
}

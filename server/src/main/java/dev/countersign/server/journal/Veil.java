package dev.countersign.server.journal;

import dev.countersign.gateway.Outcome;
import dev.countersign.gateway.Outcome.Called;
import dev.countersign.gateway.Outcome.Refusing;
import dev.countersign.refusal.CallRefusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Lets through what is known to be a name, a date, a hash or a host, and nothing else: what stands where a
/// name belongs can still be a code, a number or a secret that somebody put there.
final class Veil {
    /// What stands in the place of what is not kept.
    static final String HIDDEN = "…";

    private static final int LONGEST_NAME = 60;
    private static final int MOST_TEXT = 8 * 1024;
    /// Of letters, with few digits and only where names have them: a code has more, and a secret has them
    /// anywhere.
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z][A-Za-z_-]{0,39}[0-9]{0,3}([.:]([A-Za-z][A-Za-z_-]{0,39}[0-9]{0,3}|[0-9]{1,3}))*");

    private static final String HEADER =
            "(host|content-type|accept|user-agent|date|x-(tc|acs|client)-[a-z][a-z-]{0,30}[0-9]{0,3})";
    private static final Pattern VERSION = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}|v[0-9]{1,2}");
    private static final Pattern KEY_ID = Pattern.compile("(AKID|LTAI|STS\\.)[A-Za-z0-9._-]{0,80}+");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{10}");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}(:|%3A|%253A)[0-9]{2}(:|%3A|%253A)[0-9]{2}Z");
    private static final Pattern SCOPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}/[a-z]{1,40}/tc3_request");
    private static final Pattern HOST = Pattern.compile("([a-z]{1,20}(-[a-z]{1,20})*\\.){0,6}[a-z]{1,20}(:[0-9]{1,5})?"
            + "|127\\.0\\.0\\.1(:[0-9]{1,5})?|\\[::1](:[0-9]{1,5})?");
    private static final Pattern TYPE = Pattern.compile("[a-z]{1,20}/[a-z.+-]{1,60}(; ?charset=[a-z0-9-]{1,12})?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,20}(-[A-Za-z0-9]{1,10}){0,3}|[0-9]\\.[0-9]");

    /// Which headers and common parameters are kept where they look so, by name in lower case.
    private static final Map<String, Pattern> SHAPES = Map.ofEntries(
            Map.entry("host", HOST),
            Map.entry("content-type", TYPE),
            Map.entry("accept", TYPE),
            Map.entry("x-tc-action", NAME),
            Map.entry("x-tc-version", VERSION),
            Map.entry("x-tc-timestamp", SECONDS),
            Map.entry("x-acs-action", NAME),
            Map.entry("x-acs-version", VERSION),
            Map.entry("x-acs-date", TIME),
            Map.entry("x-acs-content-sha256", HASH),
            Map.entry("action", NAME),
            Map.entry("version", VERSION),
            Map.entry("timestamp", Pattern.compile(SECONDS + "|" + TIME)),
            Map.entry("secretid", KEY_ID),
            Map.entry("accesskeyid", KEY_ID),
            Map.entry("signaturemethod", WORD),
            Map.entry("signatureversion", WORD),
            Map.entry("format", WORD));

    private Veil() {}

    /// A name as sent, cut; hidden when it may be no name.
    static String name(String sent, int longest) {
        String cut = sent.length() <= longest ? sent : sent.substring(0, longest);
        return cut.isEmpty() || NAME.matcher(cut).matches() ? cut : HIDDEN;
    }

    /// The same outcome without what may be a value.
    static Outcome over(Outcome outcome) {
        Called called = outcome.called();
        boolean published = !called.product().isEmpty();
        return new Outcome(
                new Called(
                        called.dialect(),
                        called.product(),
                        published ? called.action() : name(called.action(), LONGEST_NAME),
                        published ? called.version() : shaped(VERSION, called.version()),
                        // What was not refused was signed with a key that there is.
                        outcome.refused().isEmpty() ? called.keyId() : shaped(KEY_ID, called.keyId())),
                outcome.status(),
                outcome.code(),
                outcome.refused().map(one -> new Refusing(one.check(), one.why(), name(one.about(), LONGEST_NAME))),
                outcome.signed().map(Veil::over));
    }

    private static String shaped(Pattern shape, String sent) {
        return sent.isEmpty() || shape.matcher(sent).matches() ? sent : HIDDEN;
    }

    private static CallRefusal.Basis over(CallRefusal.Basis basis) {
        return new CallRefusal.Basis(text(basis.canonicalRequest()), text(basis.stringToSign()));
    }

    private static String text(String signed) {
        String cut = signed.length() <= MOST_TEXT ? signed : signed.substring(0, MOST_TEXT);
        return Arrays.stream(cut.split("\n", -1)).map(Veil::line).collect(Collectors.joining("\n"));
    }

    /// One line of a canonical request or a string to sign: a method, a path, a query, a header, the names of
    /// headers, a hash, a time, a scope; or, in the older schemes, all of a request.
    private static String line(String line) {
        Optional<String> plain = Optional.of(line)
                .filter(one -> one.isEmpty()
                        || one.equals("/")
                        || one.matches("GET|POST|TC3-HMAC-SHA256|ACS3-HMAC-SHA256")
                        || HASH.matcher(one).matches()
                        || SECONDS.matcher(one).matches()
                        || SCOPE.matcher(one).matches()
                        || one.matches(HEADER + "(;" + HEADER + ")*"));
        return plain.orElseGet(() -> {
            int colon = line.indexOf(':');
            return colon > 0 && line.substring(0, colon).matches(HEADER)
                    ? line.substring(0, colon) + ":" + value(line.substring(0, colon), line.substring(colon + 1))
                    : request(line);
        });
    }

    /// A query, with what stands before it in the older schemes: `GET127.0.0.1/?` or `GET&%2F&`.
    private static String request(String line) {
        int legacy = line.indexOf("/?");
        if (legacy >= 0 && line.substring(0, legacy).matches("(GET|POST)" + HOST)) {
            return line.substring(0, legacy + 2) + pairs(line.substring(legacy + 2), "&", "=");
        }
        for (String start : new String[] {"GET&%2F&", "POST&%2F&"}) {
            if (line.startsWith(start)) {
                return start + pairs(line.substring(start.length()), "%26", "%3D");
            }
        }
        return pairs(line, "&", "=");
    }

    private static String pairs(String text, String between, String is) {
        return Arrays.stream(text.split(Pattern.quote(between), -1))
                .map(pair -> {
                    int at = pair.indexOf(is);
                    return at < 0
                            ? (pair.isEmpty() ? "" : HIDDEN)
                            : name(pair.substring(0, at), LONGEST_NAME)
                                    + is
                                    + value(pair.substring(0, at), pair.substring(at + is.length()));
                })
                .collect(Collectors.joining(between));
    }

    private static String value(String name, String value) {
        Pattern shape = SHAPES.get(name.toLowerCase(Locale.ROOT));
        return value.isEmpty() || (shape != null && shape.matcher(value).matches()) ? value : HIDDEN;
    }
}

package dev.countersign.server.console.html;

import java.util.regex.Pattern;

/// A document that somebody else wrote, without what a policy does not hold: browsers connect to the host that a `link`
/// names (`preconnect`), or an `iframe`, before they ask whether they may. A frame could also hold a document of its
/// own, written out in an attribute, with such a `link`.
///
/// A tag takes the place of each that a browser reads in the same way and heeds in none, so that the rest stays as it
/// was written. It is the letters that are replaced, wherever they stand: nobody need agree on how they are read.
final class Foreign {
    private static final Pattern LONE = Pattern.compile("<(?:link|frame)(?=[\\s/>])", Pattern.CASE_INSENSITIVE);
    private static final Pattern RAW = Pattern.compile("<(/?)iframe(?=[\\s/>])", Pattern.CASE_INSENSITIVE);

    private Foreign() {}

    /// The document, connecting to nothing.
    static String still(String html) {
        return RAW.matcher(LONE.matcher(html).replaceAll("<basefont")).replaceAll("<$1noembed");
    }
}

package dev.countersign.delivery.smtp;

import dev.countersign.delivery.Message;
import java.util.Locale;
import java.util.Set;

/// The language that a mail is in, and the direction in which that is read.
///
/// @param language a language tag (BCP 47), as `zh-CN`
/// @param rightToLeft whether it is read from the right
record Script(String language, boolean rightToLeft) {
    private static final Set<String> FROM_THE_RIGHT =
            Set.of("ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "dv");

    /// That of a message: its locale's, unless the text was not written in it. A text without one letter that
    /// is read from the right is no Arabic, whoever asked for it; another language stands in.
    static Script of(Message message) {
        Locale locale = Locale.forLanguageTag(message.locale().replace('_', '-'));
        boolean asked = FROM_THE_RIGHT.contains(locale.getLanguage());
        boolean written = asked && message.text().codePoints().anyMatch(Script::fromTheRight);
        boolean known = !locale.getLanguage().isEmpty() && asked == written;
        String language =
                known ? locale.toLanguageTag() : message.language().word().replace('_', '-');
        return new Script(language, written);
    }

    private static boolean fromTheRight(int point) {
        byte direction = Character.getDirectionality(point);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /// The value of HTML's `dir`.
    String direction() {
        return rightToLeft ? "rtl" : "ltr";
    }
}

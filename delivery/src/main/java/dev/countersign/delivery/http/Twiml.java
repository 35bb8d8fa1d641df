package dev.countersign.delivery.http;

import dev.countersign.delivery.Message;

/// What Twilio says on the phone (https://www.twilio.com/docs/voice/twiml/say): the text, twice.
final class Twiml {
    private Twiml() {}

    static String saying(Message message) {
        String language = switch (message.language()) {
            case ENGLISH -> "en-US";
            case SIMPLIFIED_CHINESE -> "zh-CN";
            case TRADITIONAL_CHINESE -> "zh-TW";
            case INDONESIAN -> "id-ID";
        };
        return "<Response><Say loop=\"2\" language=\"" + language + "\">" + escaped(message.text())
                + "</Say></Response>";
    }

    /// A text as character data: what marks up is escaped, what XML 1.0 can't hold is a blank.
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&apos;");
                default -> out.appendCodePoint(held(point) ? point : ' ');
            }
        });
        return out.toString();
    }

    private static boolean held(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}

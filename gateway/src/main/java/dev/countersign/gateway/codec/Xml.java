package dev.countersign.gateway.codec;

import dev.countersign.gateway.wire.Value;
import dev.countersign.value.Bytes;

/// Writes XML answers. There is nothing to read it: no request is in XML.
public final class Xml {
    private Xml() {}

    /// A document. A list is its element repeated, null is left out, and what XML can't hold becomes U+FFFD.
    ///
    /// @param root the name of the outermost element
    public static Bytes write(String root, Value.Fields fields) {
        StringBuilder out = new StringBuilder(256).append("<?xml version='1.0' encoding='UTF-8'?>");
        element(root, fields, out);
        return Bytes.utf8(out.toString());
    }

    private static void element(String name, Value value, StringBuilder out) {
        switch (value) {
            case Value.Nothing nothing -> {}
            case Value.Items items -> items.items().forEach(item -> element(name, item, out));
            case Value.Text text -> leaf(name, text.text(), out);
            case Value.Number number -> leaf(name, number.literal(), out);
            case Value.Flag flag -> leaf(name, Boolean.toString(flag.value()), out);
            case Value.Fields fields -> {
                out.append('<').append(name).append('>');
                fields.fields().forEach((member, inner) -> element(member, inner, out));
                out.append("</").append(name).append('>');
            }
        }
    }

    private static void leaf(String name, String text, StringBuilder out) {
        out.append('<').append(name).append('>');
        text.codePoints().forEach(point -> escaped(point, out));
        out.append("</").append(name).append('>');
    }

    private static void escaped(int point, StringBuilder out) {
        switch (point) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            // A reader would turn a bare one into a line feed.
            case '\r' -> out.append("&#13;");
            default -> out.appendCodePoint(isCharacter(point) ? point : 0xFFFD);
        }
    }

    /// `Char` of XML 1.0.
    private static boolean isCharacter(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}

package dev.countersign.segment;

import java.util.Arrays;
import java.util.Optional;

/// The GSM 7-bit default alphabet with its extension table (3GPP TS 23.038, 6.2.1 and 6.2.1.1), one octet a septet.
/// No national table: phones need not know them.
public final class Gsm7 {
    /// What comes before a character of the extension table.
    private static final byte ESCAPE = 0x1b;

    /// The default table by septet, `\uffff` for the escape.
    private static final String TABLE = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\uffffÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// The extension table: its characters, and their septets in the same order.
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final byte[] EXTENSION_SEPTETS = {0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65};

    private Gsm7() {}

    /// How many septets a character takes: 1, 2 with its escape, or 0 when the alphabet has none for it.
    public static int septets(int codePoint) {
        if (codePoint == '\uffff') {
            return 0;
        }
        if (TABLE.indexOf(codePoint) >= 0) {
            return 1;
        }
        return EXTENSION.indexOf(codePoint) >= 0 ? 2 : 0;
    }

    /// The text's septets, one an octet; empty when the alphabet lacks one of its characters.
    public static Optional<byte[]> encode(String text) {
        byte[] septets = new byte[2 * text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (septets(character)) {
                case 1 -> septets[length++] = (byte) TABLE.indexOf(character);
                case 2 -> {
                    septets[length++] = ESCAPE;
                    septets[length++] = EXTENSION_SEPTETS[EXTENSION.indexOf(character)];
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(Arrays.copyOf(septets, length));
    }

    /// The text of septets, one an octet. As a phone does, it reads an escaped septet that the extension table lacks
    /// as that of the default table, and a lone escape as a blank. The eighth bit is ignored.
    public static String decode(byte[] septets) {
        StringBuilder text = new StringBuilder(septets.length);
        for (int i = 0; i < septets.length; i++) {
            byte septet = (byte) (septets[i] & 0x7f);
            if (septet != ESCAPE) {
                text.append(TABLE.charAt(septet));
            } else if (i + 1 == septets.length || (septets[i + 1] & 0x7f) == ESCAPE) {
                text.append(' ');
            } else {
                i++;
                text.append(extended((byte) (septets[i] & 0x7f)));
            }
        }
        return text.toString();
    }

    private static char extended(byte septet) {
        int at = Arrays.binarySearch(EXTENSION_SEPTETS, septet);
        return at >= 0 ? EXTENSION.charAt(at) : TABLE.charAt(septet);
    }
}

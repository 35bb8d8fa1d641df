package dev.countersign.server.page.html;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import dev.countersign.server.page.html.Screen.Picture;
import dev.countersign.value.Secret;
import java.util.ArrayList;
import java.util.List;

/// Draws a secret address as a QR picture, within the page: no other request ever carries it.
public final class QrPicture {
    /// The blank margin that readers need, in modules (ISO/IEC 18004, 5.3.8).
    private static final int QUIET = 4;

    private static final int GROUP = 4;

    private QrPicture() {}

    /// Draws it.
    ///
    /// @param address what the picture holds
    /// @param typed the same to be typed, shown in groups of four
    public static Picture of(Secret address, Secret typed, Words words) {
        ByteMatrix modules = modules(address.reveal());
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new Picture(
                words.say("enrol.picture"),
                modules.getWidth() + 2 * QUIET,
                path.toString(),
                words.say("enrol.secret"),
                groups(typed.reveal()));
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("more than a QR picture holds", tooLong);
        }
    }

    private static List<String> groups(String text) {
        List<String> groups = new ArrayList<>();
        for (int from = 0; from < text.length(); from += GROUP) {
            groups.add(text.substring(from, Math.min(text.length(), from + GROUP)));
        }
        return List.copyOf(groups);
    }
}

package dev.countersign.policy;

import dev.countersign.refusal.DescriptionTooLong;
import dev.countersign.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// How policies and roles are called and described
/// (<https://cloud.tencent.com/document/product/598/34578>, <https://cloud.tencent.com/document/api/598/36225>).
final class Naming {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,128}");
    private static final int LONGEST_DESCRIPTION = 300;

    private Naming() {}

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /// @throws Refused with [DescriptionTooLong]
    static String description(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_DESCRIPTION) {
            throw new Refused(new DescriptionTooLong(LONGEST_DESCRIPTION));
        }
        return text;
    }
}

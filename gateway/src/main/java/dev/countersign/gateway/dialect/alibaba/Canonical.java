package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Form.Pair;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Parameters as both signature versions sign them: decoded, sorted by the bytes of their names, and strictly encoded
/// anew. What clients transmit differs: blanks as `+`, `~` as `%7E`, `*` and `!'()` as they are.
final class Canonical {
    private static final Comparator<Pair> BY_NAME =
            Comparator.comparing(pair -> pair.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private Canonical() {}

    static String of(List<Pair> parameters) {
        return Form.write(
                parameters.size() < 2
                        ? parameters
                        : parameters.stream().sorted(BY_NAME).toList());
    }
}

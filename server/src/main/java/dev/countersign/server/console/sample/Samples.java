package dev.countersign.server.console.sample;

import dev.countersign.gateway.client.Scheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The same call in every language that its wire is spoken in.
public final class Samples {
    private static final List<String> DIALECTS = List.of("tencent", "alibaba", "rest");

    private final Map<String, Map<Tongue, Pattern>> patterns = new HashMap<>();

    /// Reads the patterns.
    public Samples() {
        for (String dialect : DIALECTS) {
            Map<Tongue, Pattern> spoken = new EnumMap<>(Tongue.class);
            for (Tongue tongue : Tongue.values()) {
                read(dialect + "-" + tongue.word() + ".txt").ifPresent(text -> spoken.put(tongue, Pattern.of(text)));
            }
            patterns.put(dialect, spoken);
        }
    }

    /// Writes the code.
    public List<Sample> of(Wanted wanted) {
        List<Sample> samples = new ArrayList<>();
        patterns.getOrDefault(wanted.dialect(), Map.of())
                .forEach((tongue, pattern) -> samples.add(pattern.fill(tongue, new Filling(tongue, wanted))));
        return samples;
    }

    /// Whether the sample of a language is signed and sent as wanted; the others say how they are. The generic clients
    /// for Go and PHP know version 3 with POST only, and so does tccli; aliyun knows version 1 only.
    static boolean follows(Tongue tongue, Scheme scheme, boolean reads) {
        return switch (scheme) {
            case TC3 -> !reads || !onlyPosts(tongue);
            case TENCENT_V1_SHA1, TENCENT_V1_SHA256 -> !onlyPosts(tongue);
            case ACS3 -> tongue != Tongue.ALIYUN;
            case ALIBABA_V1, BEARER -> true;
        };
    }

    private static boolean onlyPosts(Tongue tongue) {
        return switch (tongue) {
            case GO, PHP, TCCLI -> true;
            case JAVA, PYTHON, NODE, CSHARP, CURL, ALIYUN -> false;
        };
    }

    private static Optional<String> read(String name) {
        try (InputStream found = Samples.class.getResourceAsStream(name)) {
            return found == null
                    ? Optional.empty()
                    : Optional.of(new String(found.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

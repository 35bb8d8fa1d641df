package dev.countersign.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// All manners of all SDKs.
final class AlibabaManners {
    private AlibabaManners() {}

    static List<AlibabaManner> all() {
        return Stream.<AlibabaManner[]>of(TeaManner.values(), PopManner.values(), LegacyManner.values())
                .flatMap(Arrays::stream)
                .toList();
    }
}

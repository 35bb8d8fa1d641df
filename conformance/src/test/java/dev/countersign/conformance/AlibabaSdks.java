package dev.countersign.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// All manners of all SDKs.
final class AlibabaSdks {
    private AlibabaSdks() {}

    static List<AlibabaSdk> all() {
        return Stream.<AlibabaSdk[]>of(TeaManner.values(), PopManner.values(), LegacyManner.values())
                .flatMap(Arrays::stream)
                .toList();
    }
}

package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.migration.NumberState;

/// The vendor's words for where a number stands.
final class StatusWords {
    private StatusWords() {}

    /// The `Status` of a number in a list. The vendor has no word there for a move that waits for its code.
    static String of(NumberState state) {
        return switch (state) {
            case ABSENT -> "UNKNOWN";
            case PENDING, MIGRATING -> "UNVERIFIED";
            case VERIFIED -> "PENDING";
            case CONNECTED -> "CONNECTED";
            case DISCONNECTED -> "DISCONNECTED";
            case MIGRATED -> "MIGRATED";
        };
    }

    /// The `CodeVerificationStatus` of a number. Nobody reviews numbers here, so that none is refused or withdrawn.
    static String proof(boolean proven) {
        return proven ? "VERIFIED" : "NOT_VERIFIED";
    }
}

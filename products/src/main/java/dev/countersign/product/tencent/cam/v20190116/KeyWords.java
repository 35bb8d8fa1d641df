package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.directory.IssuedKey;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The words that the actions about keys share: whose keys are meant, and how a key is described.
final class KeyWords {
    private KeyWords() {}

    /// Whose keys are meant; empty for the caller's own.
    ///
    /// @throws Refused with [CallRefusal.ParameterInvalid] for what can't be a UIN
    static Optional<Long> target(@Nullable Long given) {
        if (given != null && given <= 0) {
            throw new Refused(new CallRefusal.ParameterInvalid("TargetUin"));
        }
        return Optional.ofNullable(given);
    }

    static String status(IssuedKey key) {
        return key.active() ? "Active" : "Inactive";
    }

    static @Nullable String description(IssuedKey key) {
        return key.description().isEmpty() ? null : key.description();
    }
}

package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What this product writes as 1 and 0.
final class Switch {
    private Switch() {}

    /// Reads a parameter.
    ///
    /// @throws Refused with [CallRefusal.ParameterInvalid] for any other number
    static Optional<Boolean> of(String parameter, @Nullable Long given) {
        if (given == null) {
            return Optional.empty();
        }
        if (given != 0 && given != 1) {
            throw new Refused(new CallRefusal.ParameterInvalid(parameter));
        }
        return Optional.of(given == 1);
    }

    static long of(boolean on) {
        return on ? 1 : 0;
    }
}

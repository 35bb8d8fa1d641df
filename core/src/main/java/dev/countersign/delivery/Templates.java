package dev.countersign.delivery;

import java.time.Instant;

/// Writes messages.
public interface Templates {
    /// Writes a due message out.
    ///
    /// @param now tells how many minutes the code is still valid
    Message write(DueMessage due, Instant now);

    /// Our own texts, in the languages of [MessageLanguage].
    static Templates standard() {
        return StandardTemplates::write;
    }
}

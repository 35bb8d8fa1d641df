package dev.countersign.gateway.action;

import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.refusal.Refusal;
import java.util.Optional;

/// A code that an action publishes.
///
/// @param code the code
/// @param text its English text, as the vendor's page has it
/// @param status the HTTP status, for dialects that have more than one
/// @param kind what it is counted as
/// @param refusal the refusal that it answers; empty when a field's own check sends it or only the vendor does
/// @param sent whether we ever send it; if not, it is catalogued as the vendor's own
public record PublishedCode(
        String code,
        String text,
        int status,
        ErrorCode.Kind kind,
        Optional<Class<? extends Refusal>> refusal,
        boolean sent) {}

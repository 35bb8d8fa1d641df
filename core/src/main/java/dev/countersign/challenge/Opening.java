package dev.countersign.challenge;

import dev.countersign.verification.IdempotencyKey;
import java.util.Optional;

/// What an application asks for.
///
/// @param principal the UIN of whom a factor is demanded
/// @param kind for what
/// @param operation what would be done; [Operation#NONE] for a login
/// @param back where the browser goes afterwards
/// @param locale the language of page and messages
/// @param idempotency the caller's idempotency key, if it gave one
public record Opening(
        long principal,
        Kind kind,
        Operation operation,
        Challenge.Return back,
        String locale,
        Optional<IdempotencyKey> idempotency) {}

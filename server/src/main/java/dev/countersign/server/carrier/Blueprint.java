package dev.countersign.server.carrier;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.http.ReceiptHook;
import java.util.Optional;
import java.util.function.Supplier;

/// A carrier that could be made.
///
/// @param sameAs what two blueprints share when the carrier that was made by one needs no change for the
///     other: all its settings, secrets too
/// @param carrier makes it, and begins to connect
/// @param hook understands what it posts; empty when it posts nothing
record Blueprint(Object sameAs, Supplier<Carrier> carrier, Optional<ReceiptHook> hook) {}

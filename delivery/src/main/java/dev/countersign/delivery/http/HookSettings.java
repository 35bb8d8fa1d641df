package dev.countersign.delivery.http;

import dev.countersign.delivery.Receipt;
import java.util.Map;
import java.util.Optional;

/// Receipts of a carrier that is described in configuration: one JSON document or one form for each.
///
/// @param proof how the carrier proves that it is from it
/// @param items where the receipts are when one document holds several, as `/results`; empty when it is one
/// @param reference where the carrier's id is
/// @param error where the error code is; empty when there is none
/// @param state where the state is, and what its words mean
public record HookSettings(
        Proof proof, Optional<JsonPointer> items, JsonPointer reference, Optional<JsonPointer> error, States state) {
    /// What a carrier's words for a state mean. Words that are not listed are under way.
    ///
    /// @param at where the word is
    /// @param words what each means
    public record States(JsonPointer at, Map<String, Receipt.State> words) {
        /// @throws IllegalArgumentException when no word means that a message was delivered
        public States {
            words = Map.copyOf(words);
            if (!words.containsValue(Receipt.State.DELIVERED)) {
                throw new IllegalArgumentException("no word means delivered");
            }
        }
    }
}

package dev.countersign.gateway.policy;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.PolicyDocumentRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The text of a document, as JSON. The reader of requests is also the documents': its bounds on depth and number
/// are theirs.
final class DocumentText {
    /// No grammar's documents are longer, so that nothing longer is looked at.
    private static final int LONGEST = 6144;

    private DocumentText() {}

    /// The elements of a document.
    ///
    /// @param longest how many characters it may have
    /// @throws Refused with `TooLong` or `NotADocument`
    static Map<String, Value> elements(String text, int longest) {
        if (text.length() > longest) {
            throw new Refused(new PolicyDocumentRefusal.TooLong(longest));
        }
        return parsed(text).orElseThrow(() -> new Refused(new PolicyDocumentRefusal.NotADocument()));
    }

    /// The names of its elements; none for what is no document.
    static Set<String> outline(String text) {
        return text.length() > LONGEST
                ? Set.of()
                : parsed(text).map(Map::keySet).orElseGet(Set::of);
    }

    private static Optional<Map<String, Value>> parsed(String text) {
        try {
            return Json.read(Bytes.utf8(text), "") instanceof Value.Fields fields
                    ? Optional.of(fields.fields())
                    : Optional.empty();
        } catch (Refused malformed) {
            return Optional.empty();
        }
    }
}

package dev.countersign.delivery.smpp;

import dev.countersign.delivery.Receipt;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A receipt in the form of a text (SMPP 3.4, appendix B): `id:… sub:… dlvrd:… submit date:… done date:… stat:…
/// err:… text:…`. Message centres leave fields out, change their order and their case; only id and state are needed.
/// Its dates are not read: they have no time zone.
///
/// @param id the message centre's id, as it writes it
/// @param state what became of the message
/// @param error the message centre's code; empty for none or for zero
record ReceiptText(String id, Receipt.State state, String error) {
    /// Longer than any that is meant; what is longer was not written by a message centre.
    private static final int LONGEST = 1_000;

    private static final Pattern ID = field("id");
    private static final Pattern STATE = field("stat");
    private static final Pattern ERROR = field("err");

    /// What the person read comes last, and may look like fields.
    private static final Pattern SAID = Pattern.compile("(?is)\\btext:.*$");

    /// Reads one.
    ///
    /// @return empty when the id or a known state is missing
    static Optional<ReceiptText> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String fields = SAID.matcher(text).replaceFirst("");
        Optional<Receipt.State> state = find(STATE, fields).flatMap(ReceiptText::state);
        return find(ID, fields)
                .flatMap(id -> state.map(known -> new ReceiptText(
                        id, known, find(ERROR, fields).map(ReceiptText::code).orElse(""))));
    }

    private static Optional<Receipt.State> state(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "DELIVRD", "DELIVERED" -> Optional.of(Receipt.State.DELIVERED);
            case "ENROUTE", "ACCEPTD", "ACCEPTED", "BUFFRED", "BUFFERED", "SCHEDULED" ->
                Optional.of(Receipt.State.UNDERWAY);
            case "EXPIRED",
                    "DELETED",
                    "UNDELIV",
                    "UNDELIVERABLE",
                    "UNDELIVERED",
                    "REJECTD",
                    "REJECTED",
                    "FAILED",
                    "UNKNOWN",
                    "SKIPPED" -> Optional.of(Receipt.State.UNDELIVERED);
            default -> Optional.empty();
        };
    }

    /// A code as receipts keep it: short, letters and digits; anything else might be text.
    private static String code(String word) {
        boolean plain = word.matches("[0-9A-Za-z._-]{1,16}") && !word.matches("0+");
        return plain ? word : "";
    }

    private static Optional<String> find(Pattern field, String fields) {
        Matcher found = field.matcher(fields);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Pattern field(String name) {
        return Pattern.compile("(?i)(?:^|[^a-z])" + name + ":\\s*([^\\s:]{1,80})");
    }
}

package dev.countersign.server.dev.exchange;

import dev.countersign.gateway.wire.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The members of a JSON object, read strictly: no unknown name, no other type than the one that is asked for.
/// `null` counts as absent.
public final class Members {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final int LONGEST_TEXT = 400;

    private final Map<String, Value> fields;
    private final String where;

    private Members(Map<String, Value> fields, String where) {
        this.fields = fields;
        this.where = where;
    }

    /// The members of a value that must be an object.
    ///
    /// @param where what a problem calls the object: `the body`, `match`
    /// @param known the names that it may have
    /// @throws Declined when it is no object, or has another member
    public static Members of(Value value, String where, String... known) {
        if (!(value instanceof Value.Fields object)) {
            throw Declined.malformed(where + " must be a JSON object");
        }
        List<String> names = List.of(known);
        for (String name : object.fields().keySet()) {
            if (!names.contains(name)) {
                String hint = names.isEmpty() ? "it must be empty" : Nearest.hint(name, names);
                throw Declined.malformed(where + " has an unknown member \"" + name + "\": " + hint);
            }
        }
        return new Members(object.fields(), where);
    }

    /// A text of at most 400 characters without control characters.
    public Optional<String> text(String name) {
        return member(name).map(value -> {
            if (!(value instanceof Value.Text text)) {
                throw mistyped(name, "a text").because(Reason.TEXT, name);
            }
            if (text.text().length() > LONGEST_TEXT || text.text().codePoints().anyMatch(Members::unprintable)) {
                throw mistyped(name, "a text of at most " + LONGEST_TEXT + " characters, none of them a control")
                        .because(Reason.TEXT, name);
            }
            return text.text();
        });
    }

    /// A whole number of at most 18 digits.
    public Optional<Long> whole(String name) {
        return member(name).map(value -> {
            if (value instanceof Value.Number number
                    && WHOLE.matcher(number.literal()).matches()) {
                return Long.parseLong(number.literal());
            }
            throw mistyped(name, "a whole number of at most 18 digits").because(Reason.WHOLE, name);
        });
    }

    /// True or false.
    public Optional<Boolean> flag(String name) {
        return member(name).map(value -> {
            if (value instanceof Value.Flag flag) {
                return flag.value();
            }
            throw mistyped(name, "true or false");
        });
    }

    /// A span of time, as [Span] reads it.
    public Optional<Duration> span(String name) {
        return text(name).map(written -> Span.parse(written, name));
    }

    /// A point in time of the years 2000 to 2200, in ISO 8601 with `Z` or an offset.
    public Optional<Instant> instant(String name) {
        return text(name).map(written -> {
            try {
                OffsetDateTime given = OffsetDateTime.parse(written);
                if (given.getYear() >= 2000 && given.getYear() <= 2200) {
                    return given.toInstant();
                }
            } catch (DateTimeException otherForm) {
                // Answered below, together with years that no code lives in.
            }
            throw mistyped(name, "a time like 2027-01-01T00:00:00Z, in the years 2000 to 2200")
                    .because(Reason.TIME, name);
        });
    }

    /// An object.
    ///
    /// @param known the names that it may have
    public Optional<Members> object(String name, String... known) {
        return member(name).map(value -> of(value, name, known));
    }

    /// Whether there are no members at all, or only nulls.
    public boolean isEmpty() {
        return fields.values().stream().allMatch(value -> value instanceof Value.Nothing);
    }

    /// The problem that a member is absent.
    public Declined missing(String name, String example) {
        return Declined.malformed(where + " needs the member \"" + name + "\", for example " + example)
                .because(Reason.MISSING, name, example.replace("\"", ""));
    }

    private Optional<Value> member(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !(value instanceof Value.Nothing));
    }

    private Declined mistyped(String name, String expected) {
        return Declined.malformed("\"" + name + "\" in " + where + " must be " + expected);
    }

    private static boolean unprintable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}

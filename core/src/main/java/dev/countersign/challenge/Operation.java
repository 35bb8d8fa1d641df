package dev.countersign.challenge;

import dev.countersign.refusal.OpeningRefusal;
import dev.countersign.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What would be done: its name, and the fields that the person sees and that the proof binds.
///
/// @param name lower-case letters, digits and hyphens, 1 to 32 characters; empty for a login
/// @param fields in the order in which they are shown
public record Operation(String name, List<Field> fields) {
    /// The operation of a login.
    public static final Operation NONE = new Operation("", List.of());

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern SHOWABLE = Pattern.compile("[\\P{C}&&[^\\p{Zl}\\p{Zp}]]{1,128}");
    private static final int MOST_FIELDS = 8;
    private static final int LONGEST_SHOWN = 240;

    /// A field.
    ///
    /// @param name what it is called
    /// @param value what it holds
    public record Field(String name, String value) {}

    /// Copies the fields.
    public Operation {
        fields = List.copyOf(fields);
    }

    /// An operation as an application names it.
    ///
    /// @throws Refused when it has no field or too many, one stands twice, or what would be shown is too long or
    ///     holds a character that can't be seen
    public static Operation of(String name, List<Field> fields) {
        Operation operation = new Operation(name, fields);
        Set<String> names = new HashSet<>();
        boolean fit = NAME.matcher(name).matches()
                && !fields.isEmpty()
                && fields.size() <= MOST_FIELDS
                && fields.stream()
                        .allMatch(field -> showable(field.name()) && showable(field.value()) && names.add(field.name()))
                && operation.shown().length() <= LONGEST_SHOWN;
        if (!fit) {
            throw new Refused(new OpeningRefusal.OperationUnfit());
        }
        return operation;
    }

    private static boolean showable(String text) {
        return SHOWABLE.matcher(text).matches() && !text.isBlank();
    }

    /// The fields as the message and the page show them; empty for a login.
    public String shown() {
        return fields.stream().map(field -> field.name() + ": " + field.value()).collect(Collectors.joining("; "));
    }

    /// `op_hash`: SHA-256 over the RFC 8785 form of the object of all fields, in base64url; empty for a login. An
    /// application computes the same from its own fields.
    public String hash() {
        if (fields.isEmpty()) {
            return "";
        }
        Map<String, String> members = new TreeMap<>();
        fields.forEach(field -> members.put(field.name(), field.value()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(CanonicalJson.write(members).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java has no SHA-256", absent);
        }
    }

    /// What a code is bound to: the name and all fields; empty for a login.
    public String binding() {
        return fields.isEmpty() ? "" : name + ":" + hash();
    }
}

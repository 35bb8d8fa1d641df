package dev.countersign.gateway.policy;

import dev.countersign.gateway.wire.Value;
import dev.countersign.policy.document.Effect;
import dev.countersign.policy.document.ResourcePattern;
import dev.countersign.policy.document.ResourcePattern.Fixed;
import dev.countersign.policy.document.ResourcePattern.Segment;
import dev.countersign.policy.document.Statement;
import dev.countersign.policy.document.Wildcard;
import dev.countersign.refusal.PolicyDocumentRefusal;
import dev.countersign.refusal.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a statement: Effect, Action or NotAction, Resource, Condition. Principal stands in trust documents only,
/// and those are not read here.
final class RamStatementReader {
    private static final Set<String> ELEMENTS =
            Set.of("Effect", "Action", "NotAction", "Resource", "Condition", "Principal");
    private static final String EVERY = "*";

    /// `cams:GetMigrationVerifyCode`, `cams:Get*`, `*:*`.
    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9_*?-]{1,64}:[A-Za-z0-9_*?-]{1,128}");

    /// `acs:service:region:account:relative-id`.
    private static final int SEGMENTS = 5;

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.*?-]*");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9*?]{0,20}");

    private RamStatementReader() {}

    static Statement read(Value written) {
        if (!(written instanceof Value.Fields fields)
                || !ELEMENTS.containsAll(fields.fields().keySet())) {
            throw new Refused(new PolicyDocumentRefusal.StatementInvalid());
        }
        Map<String, Value> elements = fields.fields();
        if (elements.containsKey("Principal")) {
            throw new Refused(new PolicyDocumentRefusal.PrincipalInvalid());
        }
        Effect effect = effect(elements.get("Effect"));
        boolean allBut = elements.containsKey("NotAction");
        if (allBut && elements.containsKey("Action")) {
            throw new Refused(new PolicyDocumentRefusal.ActionInvalid());
        }
        return new Statement(
                effect,
                actions(elements.get(allBut ? "NotAction" : "Action")),
                allBut,
                resources(elements.get("Resource")),
                RamConditions.read(Optional.ofNullable(elements.get("Condition"))),
                Optional.empty());
    }

    private static Effect effect(@Nullable Value value) {
        return switch (value instanceof Value.Text text ? text.text() : "") {
            case "Allow" -> Effect.ALLOW;
            case "Deny" -> Effect.DENY;
            default -> throw new Refused(new PolicyDocumentRefusal.EffectInvalid());
        };
    }

    private static List<Wildcard> actions(@Nullable Value value) {
        if (value == null) {
            throw new Refused(new PolicyDocumentRefusal.ActionMissing());
        }
        List<String> texts =
                Members.texts(value).orElseThrow(() -> new Refused(new PolicyDocumentRefusal.ActionInvalid()));
        if (!texts.stream()
                .allMatch(text -> text.equals(EVERY) || ACTION.matcher(text).matches())) {
            throw new Refused(new PolicyDocumentRefusal.ActionInvalid());
        }
        return texts.stream()
                .map(text -> Wildcard.of(text.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static List<ResourcePattern> resources(@Nullable Value value) {
        return Members.texts(value).orElseThrow(() -> new Refused(new PolicyDocumentRefusal.ResourceInvalid())).stream()
                .map(RamStatementReader::resource)
                .toList();
    }

    /// `*`, or five segments. An empty region or account means a name that has none.
    private static ResourcePattern resource(String text) {
        if (text.equals(EVERY)) {
            return new ResourcePattern.All();
        }
        String[] parts = text.split(":", SEGMENTS);
        if (parts.length != SEGMENTS
                || !parts[0].equals("acs")
                || parts[1].isEmpty()
                || !WORD.matcher(parts[1]).matches()) {
            throw new Refused(new PolicyDocumentRefusal.ResourceForm());
        }
        if (!WORD.matcher(parts[2]).matches()) {
            throw new Refused(new PolicyDocumentRefusal.ResourceRegion());
        }
        if (!ACCOUNT.matcher(parts[3]).matches()) {
            throw new Refused(new PolicyDocumentRefusal.ResourceAccount());
        }
        if (parts[4].isEmpty()
                || parts[4].length() > Wildcard.LONGEST
                || parts[4].chars().anyMatch(Character::isISOControl)) {
            throw new Refused(new PolicyDocumentRefusal.ResourceContent());
        }
        return new ResourcePattern.Segments(Stream.of(parts)
                .<Segment>map(part -> new Fixed(Wildcard.of(part)))
                .toList());
    }
}

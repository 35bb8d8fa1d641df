package dev.countersign.gateway.policy;

import dev.countersign.gateway.wire.Value;
import dev.countersign.policy.document.Effect;
import dev.countersign.policy.document.ResourcePattern;
import dev.countersign.policy.document.Statement;
import dev.countersign.policy.document.Wildcard;
import dev.countersign.refusal.PolicyDocumentRefusal;
import dev.countersign.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a statement: effect, actions, resources, conditions, and, in a trust document, principals.
///
/// @param owner the tenant that resources without an account belong to
/// @param trust whether it stands in a trust document
record StatementReader(long owner, boolean trust) {
    private static final Set<String> ELEMENTS = Set.of("effect", "action", "resource", "condition", "principal", "sid");
    private static final String PREFIX = "name/";

    /// `cam:SetMfaFlag`, `cam:*`, `*:Describe*`.
    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9_*?-]{1,64}:[A-Za-z0-9_*?-]{1,128}");

    /// Sets of actions, which the vendor's console makes and only the vendor knows.
    private static final Pattern SET = Pattern.compile("(permid|actionName)/.*");

    Statement read(Value written) {
        if (!(written instanceof Value.Fields fields)
                || !ELEMENTS.containsAll(fields.fields().keySet())) {
            throw new Refused(new PolicyDocumentRefusal.StatementInvalid());
        }
        Map<String, Value> elements = fields.fields();
        Effect effect = effect(elements.get("effect"));
        List<Wildcard> actions = actions(elements.get("action"));
        List<ResourcePattern> resources = resources(elements.get("resource"));
        if (elements.containsKey("principal") != trust) {
            throw new Refused(new PolicyDocumentRefusal.PrincipalInvalid());
        }
        return new Statement(
                effect,
                actions,
                false,
                resources,
                ConditionReader.read(Optional.ofNullable(elements.get("condition"))),
                Optional.ofNullable(elements.get("principal")).map(PrincipalReader::read));
    }

    private static Effect effect(@Nullable Value value) {
        return switch (value instanceof Value.Text text ? text.text() : "") {
            case "allow" -> Effect.ALLOW;
            case "deny" -> Effect.DENY;
            default -> throw new Refused(new PolicyDocumentRefusal.EffectInvalid());
        };
    }

    private static List<Wildcard> actions(@Nullable Value value) {
        if (value == null) {
            throw new Refused(new PolicyDocumentRefusal.ActionMissing());
        }
        List<String> texts =
                Members.texts(value).orElseThrow(() -> new Refused(new PolicyDocumentRefusal.ActionInvalid()));
        List<Wildcard> actions = new ArrayList<>(texts.size());
        for (String text : texts) {
            if (SET.matcher(text).matches()) {
                throw new Refused(new PolicyDocumentRefusal.ActionUnknown());
            }
            String action = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
            if (!action.equals("*") && !ACTION.matcher(action).matches()) {
                throw new Refused(new PolicyDocumentRefusal.ActionInvalid());
            }
            actions.add(Wildcard.of(action.toLowerCase(Locale.ROOT)));
        }
        return actions;
    }

    /// A trust document's statements are about the role itself; they may leave that out.
    private List<ResourcePattern> resources(@Nullable Value value) {
        if (value == null && trust) {
            return List.of(new ResourcePattern.All());
        }
        List<String> texts =
                Members.texts(value).orElseThrow(() -> new Refused(new PolicyDocumentRefusal.ResourceInvalid()));
        return texts.stream().map(text -> new ResourceReader(owner).read(text)).toList();
    }
}

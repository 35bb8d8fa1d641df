package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.wire.Value;
import dev.countersign.tenant.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What policies call policies, and users and roles beside them
/// (<https://www.tencentcloud.com/document/product/598/10606>). A parameter names a thing here exactly as the
/// action will read it; where it names none, the answer is `*`.
final class PolicyResources {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final String EVERY = "*";

    private PolicyResources() {}

    /// `qcs::cam::uin/100000000001:policyid/5`, or by name.
    static String policy(Caller caller, Value.Fields parameters) {
        return whole(parameters, "PolicyId")
                .map(id -> name(caller, "policyid", id))
                .or(() -> text(parameters, "PolicyName").map(name -> name(caller, "policyName", name)))
                .orElse(EVERY);
    }

    /// Several policies. More than an action takes are not looked at: it refuses them.
    static List<String> policies(Caller caller, Value.Fields parameters, int most) {
        List<String> names = new ArrayList<>();
        if (parameters.fields().get("PolicyId") instanceof Value.Items items) {
            items.items().stream()
                    .limit(most)
                    .forEach(item -> names.add(
                            whole(item).map(id -> name(caller, "policyid", id)).orElse(EVERY)));
        }
        return names.isEmpty() ? List.of(EVERY) : names;
    }

    /// `qcs::cam::uin/100000000001:uin/100000000011`.
    static String user(Caller caller, Value.Fields parameters, String parameter) {
        return whole(parameters, parameter).map(uin -> name(caller, "uin", uin)).orElse(EVERY);
    }

    /// `qcs::cam::uin/100000000001:roleName/dev-operator`, or by id.
    static String role(Caller caller, Value.Fields parameters, String idParameter, String nameParameter) {
        return text(parameters, idParameter)
                .map(id -> name(caller, "role", id))
                .or(() -> text(parameters, nameParameter).map(name -> name(caller, "roleName", name)))
                .orElse(EVERY);
    }

    private static String name(Caller caller, String kind, String id) {
        return "qcs::cam::uin/" + caller.tenant().id() + ":" + kind + "/" + id;
    }

    private static Optional<String> whole(Value.Fields parameters, String parameter) {
        return Optional.ofNullable(parameters.fields().get(parameter)).flatMap(PolicyResources::whole);
    }

    private static Optional<String> whole(Value value) {
        String literal = switch (value) {
            case Value.Number number -> number.literal();
            case Value.Text text -> text.text();
            default -> "";
        };
        return WHOLE.matcher(literal).matches()
                ? Optional.of(Long.toString(Long.parseLong(literal)))
                : Optional.empty();
    }

    private static Optional<String> text(Value.Fields parameters, String parameter) {
        return parameters.fields().get(parameter) instanceof Value.Text text
                        && !text.text().isEmpty()
                ? Optional.of(text.text())
                : Optional.empty();
    }
}

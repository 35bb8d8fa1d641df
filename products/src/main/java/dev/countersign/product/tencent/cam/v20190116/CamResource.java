package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.directory.User;
import dev.countersign.gateway.action.ActionSpec.Resource;
import dev.countersign.gateway.wire.Value;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How this product's policies name what a call acts on: `qcs::cam::uin/<root>:uin/<user>` and the like.
final class CamResource {
    private static final String ANYTHING = "*";
    private static final Pattern UIN = Pattern.compile("[0-9]{1,18}");

    private CamResource() {}

    /// The user that a parameter names.
    static Resource userNamedBy(String parameter) {
        return (caller, parameters) ->
                parameters.fields().get(parameter) instanceof Value.Text name && User.mayBeCalled(name.text())
                        ? of(caller.tenant().id(), "userName/" + name.text())
                        : ANYTHING;
    }

    /// The principal whose UIN a parameter holds; the caller where it is left out.
    static Resource principalOf(String parameter) {
        return (caller, parameters) -> {
            String literal = literal(parameters.fields().get(parameter));
            if (literal.isEmpty()) {
                return of(caller.tenant().id(), "uin/" + caller.principal().uin());
            }
            return UIN.matcher(literal).matches()
                    ? of(caller.tenant().id(), "uin/" + Long.parseLong(literal))
                    : ANYTHING;
        };
    }

    private static String literal(@Nullable Value value) {
        return switch (value) {
            case Value.Number number -> number.literal();
            case Value.Text text -> text.text();
            case Value.Nothing nothing -> "";
            case null -> "";
            case Value.Flag flag -> ANYTHING;
            case Value.Items items -> ANYTHING;
            case Value.Fields fields -> ANYTHING;
        };
    }

    private static String of(long root, String what) {
        return "qcs::cam::uin/" + root + ":" + what;
    }
}

package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.wire.Value;
import dev.countersign.tenant.Caller;

/// How policies name a user that a call acts on: `qcs::cam::uin/100000000001:uin/100000000011`.
final class UserResource {
    private UserResource() {}

    /// The user whose UIN a parameter holds; the caller itself where it is left out.
    static ActionSpec.Resource byUin(String parameter) {
        return (caller, parameters) -> switch (parameters.fields().get(parameter)) {
            case null -> of(caller, Long.toString(caller.principal().uin()));
            case Value.Nothing nothing ->
                of(caller, Long.toString(caller.principal().uin()));
            case Value.Text text
            when text.text().isEmpty() ->
                of(caller, Long.toString(caller.principal().uin()));
            case Value.Text text when text.text().matches("[0-9]{1,19}") -> of(caller, text.text());
            case Value.Number number when number.literal().matches("[0-9]{1,19}") -> of(caller, number.literal());
            default -> "*";
        };
    }

    /// The caller itself.
    static String caller(Caller caller, Value.Fields parameters) {
        return of(caller, Long.toString(caller.principal().uin()));
    }

    private static String of(Caller caller, String uin) {
        return "qcs::cam::uin/" + caller.tenant().id() + ":uin/" + uin;
    }
}

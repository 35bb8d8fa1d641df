package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Field;
import dev.countersign.protection.Choice;
import dev.countersign.protection.Method;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One half of a protection as it is set. The vendor's schema requires all three fields and its own example sends one:
/// what is left out is 0.
public record LoginActionMfaFlag(
        @Field(doc = "1: a code to the bound phone number; 0: not.", example = "0") @Nullable Long phone,

        @Field(doc = "1: a software token (TOTP); 0: not.", example = "0") @Nullable Long stoken,

        @Field(doc = "1: a scan with WeChat; 0: not.", example = "1") @Nullable Long wechat) {
    /// What is wanted of a half.
    ///
    /// @param flag the flag object; null where it was left out, which leaves the half as it is
    /// @param name the parameter that the object stands in
    /// @throws Refused with [CallRefusal.ParameterInvalid] for anything but 0 and 1, and for more than one 1
    static Choice choice(@Nullable LoginActionMfaFlag flag, String name) {
        if (flag == null) {
            return Choice.keep();
        }
        List<Method> chosen = new ArrayList<>();
        add(chosen, Method.PHONE, flag.phone(), name);
        add(chosen, Method.STOKEN, flag.stoken(), name);
        add(chosen, Method.WECHAT, flag.wechat(), name);
        if (chosen.size() > 1) {
            throw new Refused(new CallRefusal.ParameterInvalid(name));
        }
        return chosen.isEmpty() ? Choice.none() : Choice.of(chosen.getFirst());
    }

    private static void add(List<Method> chosen, Method method, @Nullable Long value, String name) {
        if (value == null || value == 0) {
            return;
        }
        if (value != 1) {
            throw new Refused(new CallRefusal.ParameterInvalid(name + "." + method.word()));
        }
        chosen.add(method);
    }
}

package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Field;
import dev.countersign.protection.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One half of a protection as it is read: at most one field is 1. The newer fields are left out unless they are 1,
/// since older clients warn of fields that they don't know.
public record LoginActionFlag(
        @Field(doc = "1: a code to the bound phone number.", example = "0")
        long phone,

        @Field(doc = "1: a hardware token.", example = "0") long token,

        @Field(doc = "1: a software token (TOTP).", example = "0")
        long stoken,

        @Field(doc = "1: a scan with WeChat.", example = "1")
        long wechat,

        @Field(doc = "1: the account's own check.", example = "0")
        long custom,

        @Field(doc = "1: a code to the bound e-mail address; left out when not.", omitted = true) @Nullable Long mail,

        @Field(doc = "1: a U2F key; left out when not.", name = "U2FToken", omitted = true) @Nullable Long u2fToken,

        @Field(doc = "1: a passkey; left out when not.", omitted = true) @Nullable Long passkey) {
    static LoginActionFlag of(Optional<Method> half) {
        return new LoginActionFlag(
                flag(half, Method.PHONE),
                flag(half, Method.TOKEN),
                flag(half, Method.STOKEN),
                flag(half, Method.WECHAT),
                flag(half, Method.CUSTOM),
                perhaps(half, Method.MAIL),
                perhaps(half, Method.U2F_TOKEN),
                perhaps(half, Method.PASSKEY));
    }

    /// 1 where the half demands this method.
    static long flag(Optional<Method> half, Method method) {
        return half.filter(method::equals).isPresent() ? 1 : 0;
    }

    /// 1 where the half demands this method, and nothing where not.
    static @Nullable Long perhaps(Optional<Method> half, Method method) {
        return flag(half, method) == 1 ? 1L : null;
    }
}

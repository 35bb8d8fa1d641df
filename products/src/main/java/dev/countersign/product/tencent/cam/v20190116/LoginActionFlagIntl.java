package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Field;
import dev.countersign.protection.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One half of a protection as the international site's action reads it: here mail is always there.
public record LoginActionFlagIntl(
        @Field(doc = "1: a code to the bound phone number.", example = "0")
        long phone,

        @Field(doc = "1: a hardware token.", example = "0") long token,

        @Field(doc = "1: a software token (TOTP).", example = "0")
        long stoken,

        @Field(doc = "1: a scan with WeChat.", example = "0")
        long wechat,

        @Field(doc = "1: the account's own check.", example = "0")
        long custom,

        @Field(doc = "1: a code to the bound e-mail address.", example = "1")
        long mail,

        @Field(doc = "1: a U2F key; left out when not.", name = "U2FToken", omitted = true) @Nullable Long u2fToken,

        @Field(doc = "1: a passkey; left out when not.", omitted = true) @Nullable Long passkey) {
    static LoginActionFlagIntl of(Optional<Method> half) {
        return new LoginActionFlagIntl(
                LoginActionFlag.flag(half, Method.PHONE),
                LoginActionFlag.flag(half, Method.TOKEN),
                LoginActionFlag.flag(half, Method.STOKEN),
                LoginActionFlag.flag(half, Method.WECHAT),
                LoginActionFlag.flag(half, Method.CUSTOM),
                LoginActionFlag.flag(half, Method.MAIL),
                LoginActionFlag.perhaps(half, Method.U2F_TOKEN),
                LoginActionFlag.perhaps(half, Method.PASSKEY));
    }
}

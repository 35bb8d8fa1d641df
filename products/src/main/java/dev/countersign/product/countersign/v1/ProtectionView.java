package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Field;
import dev.countersign.protection.Choice;
import dev.countersign.protection.Method;
import dev.countersign.protection.Protection;
import java.util.Optional;

/// What guards a principal, as our own API shows it.
record ProtectionView(
        @Field(doc = "The principal's UIN.", example = "100000000011")
        long uin,

        @Field(doc = "What must be shown at login: a method's name, or None.", example = "Phone")
        String login,

        @Field(doc = "What must be shown before sensitive operations: a method's name, or None.", example = "None")
        String operation,

        @Field(doc = "What happens at a login from an unusual place.")
        OffsiteView offsite,

        @Field(doc = "Whether a login offers to trust the device.", example = "false")
        boolean promptTrust) {
    static ProtectionView of(long uin, Protection protection) {
        return new ProtectionView(
                uin,
                word(protection.login()),
                word(protection.operation()),
                OffsiteView.of(protection.offsite()),
                protection.promptTrust());
    }

    private static String word(Optional<Method> half) {
        return half.map(Method::word).orElse(Choice.NONE);
    }
}

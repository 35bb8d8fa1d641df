package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Field;
import dev.countersign.protection.Offsite;

/// What happens at a login from an unusual place.
public record OffsiteFlag(
        @Field(doc = "1: the login is verified.", example = "0")
        long verifyFlag,

        @Field(doc = "1: a text message tells of it.", example = "0")
        long notifyPhone,

        @Field(doc = "1: a mail tells of it.", example = "0")
        long notifyEmail,

        @Field(doc = "1: WeChat tells of it.", example = "0")
        long notifyWechat,

        @Field(doc = "1: the page tells of it.", example = "0")
        long tips) {
    static OffsiteFlag of(Offsite offsite) {
        return new OffsiteFlag(
                flag(offsite.verify()),
                flag(offsite.notifyPhone()),
                flag(offsite.notifyMail()),
                flag(offsite.notifyWechat()),
                flag(offsite.tips()));
    }

    private static long flag(boolean on) {
        return on ? 1 : 0;
    }
}

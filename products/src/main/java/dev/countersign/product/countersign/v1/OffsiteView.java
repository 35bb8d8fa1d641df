package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Field;
import dev.countersign.protection.Offsite;

/// What happens at a login from an unusual place, as our own API shows and takes it.
record OffsiteView(
        @Field(doc = "Whether the login is verified.", example = "false")
        boolean verify,

        @Field(doc = "Whether a text message tells of it.", example = "false")
        boolean notifyPhone,

        @Field(doc = "Whether a mail tells of it.", example = "false")
        boolean notifyMail,

        @Field(doc = "Whether WeChat tells of it.", example = "false")
        boolean notifyWechat,

        @Field(doc = "Whether the page tells of it.", example = "false")
        boolean tips) {
    static OffsiteView of(Offsite offsite) {
        return new OffsiteView(
                offsite.verify(), offsite.notifyPhone(), offsite.notifyMail(), offsite.notifyWechat(), offsite.tips());
    }

    Offsite wanted() {
        return new Offsite(verify, notifyPhone, notifyMail, notifyWechat, tips);
    }
}

package dev.countersign.server.dev;

import dev.countersign.refusal.FactorRefusal;
import dev.countersign.refusal.ProtectionRefusal;
import dev.countersign.refusal.Refusal;
import dev.countersign.refusal.UnbindRefusal;
import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.Problem;
import java.util.Optional;

/// What this surface says when the domain refuses what a developer asks: what to do first.
final class DomainRefusals {
    private DomainRefusals() {}

    /// The problem of a refusal; empty for one that no call here can cause.
    static Optional<Problem> problem(Refusal refusal) {
        return Optional.ofNullable(
                        switch (refusal) {
                            case ProtectionRefusal.UinInvalid invalid -> Declined.malformed("\"uin\" must be positive");
                            case ProtectionRefusal.UserUnknown unknown ->
                                Declined.unknown("tenant dev has no user of this UIN: PUT /dev/principals makes one");
                            case FactorRefusal.PhoneNotBound phone -> unbound("phone number", "phone");
                            case FactorRefusal.MailNotBound mail -> unbound("e-mail address", "mail");
                            case FactorRefusal.WechatNotBound wechat -> unbound("WeChat identity", "wechat");
                            case UnbindRefusal.FactorGuards guards ->
                                Declined.conflict("the user's protection demands " + guards.method()
                                        + ", which would not be bound any more: change it with PUT /dev/protection"
                                        + " first");
                            default -> null;
                        })
                .map(Declined::problem);
    }

    private static Declined unbound(String what, String member) {
        return Declined.conflict(
                "this user has no " + what + ": give it \"" + member + "\" with PUT /dev/principals first");
    }
}

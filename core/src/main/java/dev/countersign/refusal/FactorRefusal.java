package dev.countersign.refusal;

/// A method that can't be demanded, because what it needs is not bound.
public sealed interface FactorRefusal extends Refusal {
    /// No phone number is bound.
    record PhoneNotBound() implements FactorRefusal {}

    /// No WeChat identity is bound.
    record WechatNotBound() implements FactorRefusal {}

    /// No e-mail address is bound.
    record MailNotBound() implements FactorRefusal {}
}

package dev.countersign.protection;

/// Everything that a change of protection is decided by, read in one step with the change itself.
///
/// @param present what guards the principal now
/// @param rules what the tenant demands
/// @param phone whether a phone number is bound
/// @param mail whether an e-mail address is bound
/// @param wechat whether a WeChat identity is bound
public record Standing(Protection present, TenantRules rules, boolean phone, boolean mail, boolean wechat) {
    /// Whether what a method needs is bound. A token, a key or a passkey may be demanded before there is one: it is
    /// enrolled at the next challenge. What the tenant checks itself needs nothing of ours.
    public boolean bound(Method method) {
        return switch (method) {
            case PHONE -> phone;
            case MAIL -> mail;
            case WECHAT -> wechat;
            case TOKEN, STOKEN, CUSTOM, U2F_TOKEN, PASSKEY -> true;
        };
    }
}

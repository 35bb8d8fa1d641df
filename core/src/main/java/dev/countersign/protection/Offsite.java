package dev.countersign.protection;

/// What happens at a login from an unusual place.
///
/// @param verify whether a second factor is asked for
/// @param notifyPhone whether the number is told
/// @param notifyMail whether the address is told
/// @param notifyWechat whether WeChat is told
public record Offsite(boolean verify, boolean notifyPhone, boolean notifyMail, boolean notifyWechat) {
    /// Nothing happens.
    public static final Offsite NONE = new Offsite(false, false, false, false);
}

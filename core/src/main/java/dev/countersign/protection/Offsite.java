package dev.countersign.protection;

/// What happens at a login from an unusual place.
///
/// @param verify whether the second factor is demanded
/// @param notifyPhone whether a text message tells of it
/// @param notifyMail whether a mail tells of it
/// @param notifyWechat whether WeChat tells of it
/// @param tips whether the page tells of it
public record Offsite(boolean verify, boolean notifyPhone, boolean notifyMail, boolean notifyWechat, boolean tips) {
    /// Nothing.
    public static final Offsite NONE = new Offsite(false, false, false, false, false);
}

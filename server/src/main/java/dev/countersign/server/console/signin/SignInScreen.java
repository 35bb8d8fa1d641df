package dev.countersign.server.console.signin;

/// The page to sign in on.
///
/// @param back where to go afterwards
/// @param uin as it was typed
/// @param said what is said above the form; empty for nothing
/// @param bad whether that is bad news
/// @param wrongUin whether what was typed can be no UIN
public record SignInScreen(String back, String uin, String said, boolean bad, boolean wrongUin) {
    /// The ids of what is said about the UIN.
    public String aboutUin() {
        return "uin-hint" + (wrongUin ? " uin-wrong" : "") + (refused() ? " said" : "");
    }

    /// Whether bad news stands above the form.
    public boolean refused() {
        return bad && !said.isEmpty();
    }

    /// Whether only the password is still to be typed.
    public boolean known() {
        return !uin.isEmpty() && !wrongUin;
    }
}

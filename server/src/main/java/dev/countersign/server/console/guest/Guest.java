package dev.countersign.server.console.guest;

import dev.countersign.value.Secret;

/// Who is in the console.
///
/// @param uin the UIN; 0 where nobody signs in
/// @param name what to call them; empty where nobody signs in
/// @param role what they may do
/// @param token what every form carries to be believed; empty where nobody signs in
public record Guest(long uin, String name, Role role, String token) {
    /// Whoever is before a dev world, which is theirs.
    public static Guest ofDev() {
        return new Guest(0, "", Role.OWNER, "");
    }

    /// Whoever is before the door, and may do nothing.
    ///
    /// @param token what the form to sign in carries
    public static Guest outside(String token) {
        return new Guest(0, "", Role.AUDITOR, token);
    }

    /// Whether they signed in, and so can sign out.
    public boolean signedIn() {
        return uin != 0;
    }

    /// Whether a form was made for them.
    ///
    /// @param given what it carried
    public boolean believes(String given) {
        return token.isEmpty() || Secret.of(token).matches(Secret.of(given));
    }
}

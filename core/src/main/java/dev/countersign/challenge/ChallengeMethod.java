package dev.countersign.challenge;

import dev.countersign.protection.Method;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.Caller;
import java.util.List;
import java.util.Optional;

/// A way to show a factor in a challenge. Adding one is writing one such class and naming it in the wiring.
public interface ChallengeMethod {
    /// Which protection it serves.
    Method method();

    /// Whether a principal can show this factor, or set it up in the challenge.
    ///
    /// @param tenant whose principal it is
    /// @param bound what is bound to it
    boolean available(long tenant, long principal, Bound bound);

    /// What the page asks for, as the challenge stands.
    Prompt prompt(Challenge challenge);

    /// Begins: sends a code, or says where the browser goes. It may be asked for again.
    ///
    /// @param caller the person, as the principal that the challenge is put to
    /// @param way one of the ways that the prompt names
    /// @throws dev.countersign.refusal.Refused when it can't begin now, as with a
    ///     [dev.countersign.refusal.SendRefusal]
    Started start(Challenge challenge, Caller caller, String way);

    /// Compares an answer. Nobody else compares an answer to this challenge meanwhile.
    ///
    /// @return how the factor was shown, in the words of RFC 8176 where it has them
    /// @throws dev.countersign.refusal.Refused with [dev.countersign.refusal.CodeNotAccepted] for a wrong one
    List<String> answer(Challenge challenge, Caller caller, Reply reply);

    /// What came of a start.
    ///
    /// @param kept what the challenge keeps for [#answer]; never a code or a secret in clear
    /// @param redirect where the browser goes; empty when it stays
    record Started(String kept, Optional<String> redirect) {}

    /// An answer as it came from the browser.
    ///
    /// @param code the code that was typed, or that another party's redirect carried
    /// @param state what came beside it in a redirect; empty for none
    record Reply(String code, String state) {
        /// What was typed.
        public static Reply typed(String code) {
            return new Reply(code, "");
        }

        /// Without the code.
        @Override
        public String toString() {
            return "Reply(******)";
        }
    }
}

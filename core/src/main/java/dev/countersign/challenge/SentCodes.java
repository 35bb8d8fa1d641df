package dev.countersign.challenge;

import dev.countersign.challenge.ChallengeMethod.Started;
import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Caller;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Code;
import dev.countersign.verification.Demand;
import dev.countersign.verification.Purpose;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verifications;
import java.util.List;
import java.util.Optional;

/// Codes that a challenge has sent. It keeps the verification's id; all the limits of sending and guessing are the
/// verification's own.
///
/// @param verifications issues and checks
record SentCodes(Verifications verifications) {
    /// How a code may travel to a destination, the usual way first.
    static List<String> ways(Destination to) {
        return switch (to) {
            case PhoneNumber phone -> List.of(Channel.SMS.word(), Channel.VOICE.word());
            case MailAddress mail -> List.of(Channel.EMAIL.word());
        };
    }

    /// Sends a code for a purpose. An operation's fields are bound to it and shown with it.
    ///
    /// @throws Refused with a [dev.countersign.refusal.SendRefusal] when it is too soon or too many
    Started send(Challenge challenge, Caller caller, Destination to, Purpose purpose, String way) {
        if (!ways(to).contains(way)) {
            throw new Refused(new CallRefusal.ParameterInvalid("way"));
        }
        Operation operation =
                purpose.equals(Purpose.OPERATION) ? challenge.asked().operation() : Operation.NONE;
        Binding binding =
                new Binding(challenge.tenant(), purpose, to, Optional.of(challenge.principal()), operation.binding());
        Verification sent = verifications.issue(
                new Demand(binding, Channel.of(way), challenge.locale(), caller, Optional.empty(), operation.shown()));
        return new Started(sent.id(), Optional.empty());
    }

    /// Uses the code up that was sent last.
    ///
    /// @throws Refused with [CodeNotAccepted], also when none was sent
    Verification redeem(Challenge challenge, Caller caller, String code) {
        String sent = challenge.progress().kept();
        if (sent.isEmpty()) {
            throw new Refused(new CodeNotAccepted(0));
        }
        return verifications.redeem(caller, sent, Code.of(code), Optional.empty());
    }
}

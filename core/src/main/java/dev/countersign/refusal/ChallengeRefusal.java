package dev.countersign.refusal;

/// A step of a challenge that is not taken.
public sealed interface ChallengeRefusal extends Refusal {
    /// There is no challenge of that id, or it is another tenant's.
    record ChallengeUnknown() implements ChallengeRefusal {}

    /// The challenge has ended, or this step has no place where it stands.
    ///
    /// @param status where it stands: `passed`, `failed`, `expired`, `cancelled`, or `pending`
    record ChallengeEnded(String status) implements ChallengeRefusal {}

    /// Another browser has the challenge.
    record BrowserForeign() implements ChallengeRefusal {}

    /// Another answer to the same challenge is just being compared; nothing was counted.
    record AnswerPending() implements ChallengeRefusal {}

    /// As many codes were asked for, or pages opened, as one challenge bears.
    record StartsSpent() implements ChallengeRefusal {}
}

package dev.countersign.server.dev.exchange;

import java.util.Locale;

/// Why a call that a form of the console makes is declined: what the console says in the language of its page, where
/// this surface's own answer is English. What else is declined has none.
public enum Reason {
    /// A member that is needed is not there; its part is an example.
    MISSING,
    /// No text of at most 400 characters.
    TEXT,
    /// No whole number.
    WHOLE,
    /// No span of time.
    SPAN,
    /// No point in time.
    TIME,
    /// The clock would leave its years.
    YEARS,
    /// Neither a number nor an address.
    RECIPIENT,
    /// No action has this name; its part is what was written.
    ACTION_UNKNOWN,
    /// The same; its second part is what may have been meant.
    ACTION_MEANT,
    /// A refusal needs a code.
    CODE_EMPTY,
    /// The action never answers with this code; its parts are both.
    CODE_NEVER,
    /// The same; its third part is what may have been meant.
    CODE_MEANT,
    /// No action answers with this code, which is its part.
    CODE_UNKNOWN,
    /// The same; its second part is what may have been meant.
    CODE_UNKNOWN_MEANT,
    /// A delay that is none, or too long.
    DELAY,
    /// A failure of the carrier that is bound to an action.
    ACTION_SUPERFLUOUS,
    /// Less often than never, or too often; its part is the most.
    TIMES,
    /// No phone number.
    NUMBER,
    /// No code of as many digits as its part says.
    DIGITS,
    /// It lies in the past of the virtual clock, whose reading is its part.
    PAST,
    /// There are too many already; its part is the most.
    FULL,
    /// It is not there, or not any more.
    GONE;

    /// Its word, as `action-meant`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

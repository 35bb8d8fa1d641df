package dev.countersign.store;

import dev.countersign.authenticator.CodeOutcome;
import dev.countersign.authenticator.CodeOutcome.Accepted;
import dev.countersign.authenticator.CodeOutcome.NotAccepted;
import dev.countersign.totp.TotpResult;
import dev.countersign.verification.AttemptResult;

/// What came of giving a code, in the words of a larger step that it is a part of.
final class Outcomes {
    private Outcomes() {}

    static CodeOutcome of(AttemptResult result) {
        return switch (result) {
            case AttemptResult.Accepted accepted -> new Accepted();
            case AttemptResult.NotAccepted not -> new NotAccepted(not.triesLeft(), not.sprayed(), not.disabled());
            case AttemptResult.Unknown unknown -> NotAccepted.NOT_COMPARED;
        };
    }

    static CodeOutcome of(TotpResult result) {
        return switch (result) {
            case TotpResult.Accepted accepted -> new Accepted();
            case TotpResult.Wrong wrong -> new NotAccepted(0, wrong.sprayed(), wrong.disabled());
            case TotpResult.NotCompared not -> NotAccepted.NOT_COMPARED;
        };
    }
}

package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.PublishedCode;
import dev.countersign.gateway.dialect.ErrorCode.Kind;
import dev.countersign.refusal.AccountsPerNumberReached;
import dev.countersign.refusal.AreaNotServed;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.Refusal;
import dev.countersign.refusal.SendRefusal;
import java.util.List;
import java.util.Optional;

/// The problems of every call that sends a code. What an unknown principal is called differs from call to call, and
/// is not among them.
final class SendProblems {
    static final List<PublishedCode> ALL = List.of(
            problem(
                    DestinationInvalid.class,
                    422,
                    "destination-invalid",
                    "This is no number or address that a code can be sent to."),
            problem(AreaNotServed.class, 422, "area-not-served", "Codes are not sent to this country."),
            problem(
                    SendRefusal.ChannelNotServed.class,
                    422,
                    "channel-not-served",
                    "No carrier serves this channel here."),
            problem(
                    AccountsPerNumberReached.class,
                    422,
                    "accounts-per-number-reached",
                    "The number holds as many accounts as it may."),
            problem(
                    SendRefusal.ResendTooSoon.class,
                    429,
                    "resend-too-soon",
                    "The last code was sent there a moment ago. Wait, then try again."),
            problem(
                    SendRefusal.SendQuotaSpent.class,
                    429,
                    "send-quota-spent",
                    "As many codes as may be were sent. Wait, then try again."));

    private SendProblems() {}

    private static PublishedCode problem(Class<? extends Refusal> refusal, int status, String code, String text) {
        Kind kind = status == 429 ? Kind.THROTTLE : Kind.REFUSAL;
        return new PublishedCode(code, text, status, kind, Optional.of(refusal), true);
    }
}

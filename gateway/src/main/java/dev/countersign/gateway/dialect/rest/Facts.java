package dev.countersign.gateway.dialect.rest;

import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.AccountsPerNumberReached;
import dev.countersign.refusal.AreaNotServed;
import dev.countersign.refusal.AssumptionRefusal;
import dev.countersign.refusal.AuthenticatorRefusal;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.ChallengeRefusal;
import dev.countersign.refusal.CheckRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.CustomerRefusal;
import dev.countersign.refusal.DeliveryRefusal;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.FactorRefusal;
import dev.countersign.refusal.KeyRefusal;
import dev.countersign.refusal.NumberRefusal;
import dev.countersign.refusal.OpeningRefusal;
import dev.countersign.refusal.PermanentKeyNeeded;
import dev.countersign.refusal.PolicyDocumentRefusal;
import dev.countersign.refusal.PolicyRefusal;
import dev.countersign.refusal.ProofRefusal;
import dev.countersign.refusal.ProtectionRefusal;
import dev.countersign.refusal.Refusal;
import dev.countersign.refusal.RegistrationRefusal;
import dev.countersign.refusal.RoleRefusal;
import dev.countersign.refusal.RulesRefusal;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.refusal.SessionRefusal;
import dev.countersign.refusal.SpaceRefusal;
import dev.countersign.refusal.TokenRefusal;
import dev.countersign.refusal.UnbindRefusal;
import dev.countersign.refusal.UserRefusal;
import dev.countersign.refusal.WebhookRefusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a problem document says beyond its text: which limit, when to retry, how many tries are left, which
/// parameter; and the headers that go with it.
///
/// @param members further members of the document
/// @param headers further headers
record Facts(Map<String, Value> members, List<Map.Entry<String, String>> headers) {
    private static final Facts NONE = new Facts(Map.of(), List.of());

    /// The code with these facts.
    ErrorCode addTo(ErrorCode code) {
        Map<String, Value> details = new LinkedHashMap<>(code.details());
        details.putAll(members);
        List<Map.Entry<String, String>> all = new ArrayList<>(code.headers());
        all.addAll(headers);
        return new ErrorCode(code.code(), code.message(), code.status(), code.kind(), details, all);
    }

    /// The facts of a refusal.
    static Facts of(Refusal refusal) {
        return switch (refusal) {
            case CallRefusal call -> of(call);
            case SendRefusal.ResendTooSoon soon -> waiting("quiet-period", soon.retryAfter());
            case SendRefusal.SendQuotaSpent spent -> waiting(spent.quota().label(), spent.retryAfter());
            case SendRefusal.ChannelNotServed not -> member("channel", Value.text(not.channel()));
            case AreaNotServed not -> member("countryCode", Value.text(not.countryCode()));
            case AccountsPerNumberReached reached -> member("limit", Value.text("accounts-per-number"));
            case CodeNotAccepted not -> member("triesLeft", Value.number(not.triesLeft()));
            case SendRefusal.PrincipalUnknown unknown -> member("parameter", Value.text("principal"));
            case DestinationInvalid invalid -> member("parameter", Value.text("to"));
            case CheckRefusal check -> NONE;
            case RegistrationRefusal registration -> NONE;
            case CustomerRefusal customer -> NONE;
            case SessionRefusal session -> NONE;
            case AssumptionRefusal assumption -> NONE;
            case PermanentKeyNeeded needed -> NONE;
            case PolicyRefusal policy -> NONE;
            case PolicyDocumentRefusal document -> NONE;
            case RoleRefusal role -> NONE;
            case NumberRefusal number -> NONE;
            case SpaceRefusal space -> NONE;
            case UserRefusal user -> NONE;
            case KeyRefusal key -> NONE;
            case OpeningRefusal.CoolingOff cooling -> waiting("cool-off", cooling.retryAfter());
            case OpeningRefusal.AuthenticatorMissing missing -> member("method", Value.text(missing.method()));
            case OpeningRefusal opening -> NONE;
            case ChallengeRefusal.ChallengeEnded ended -> member("challengeStatus", Value.text(ended.status()));
            case ChallengeRefusal challenge -> NONE;
            case ProofRefusal proof -> NONE;
            case ProtectionRefusal protection -> NONE;
            case FactorRefusal factor -> NONE;
            case UnbindRefusal.FactorGuards guards -> member("method", Value.text(guards.method()));
            case RulesRefusal.CustomPageInvalid page -> parameter("customPage");
            case RulesRefusal.ReturnToInvalid page -> parameter("returnTo");
            case TokenRefusal token -> NONE;
            case DeliveryRefusal delivery -> NONE;
            case WebhookRefusal.TargetInvalid target -> parameter("url");
            case WebhookRefusal.WebhooksReached reached -> member("limit", Value.text("webhooks"));
            case WebhookRefusal webhook -> NONE;
            case AuthenticatorRefusal.CurrentNotAccepted not -> member("triesLeft", Value.number(not.triesLeft()));
            case AuthenticatorRefusal.ChangeEnded ended -> member("changeStatus", Value.text(ended.status()));
            case AuthenticatorRefusal authenticator -> NONE;
        };
    }

    private static Facts of(CallRefusal refusal) {
        return switch (refusal) {
            case CallRefusal.MethodUnsupported method -> header("Allow", String.join(", ", method.allowed()));
            case CallRefusal.CommonMissing missing ->
                missing.name().equals("Authorization") ? challenge("") : parameter(missing.name());
            case CallRefusal.AuthorizationMalformed malformed -> challenge("");
            case CallRefusal.KeyUnknown unknown -> challenge(" error=\"invalid_token\"");
            case CallRefusal.KeyDisabled disabled -> challenge(" error=\"invalid_token\"");
            case CallRefusal.KeyKindUnknown unknown -> challenge(" error=\"invalid_token\"");
            case CallRefusal.NotAuthentic not -> challenge(" error=\"invalid_token\"");
            case CallRefusal.TokenInvalid invalid -> challenge(" error=\"invalid_token\"");
            case CallRefusal.NonceUsed used -> challenge(" error=\"invalid_token\"");
            case CallRefusal.TimestampOutside outside -> challenge(" error=\"invalid_token\"");
            case CallRefusal.NotPermitted not -> challenge(" error=\"insufficient_scope\"");
            case CallRefusal.TooLarge large -> member("limitBytes", Value.number(large.limitBytes()));
            case CallRefusal.RateExceeded exceeded -> waiting("calls-per-second", exceeded.retryAfter());
            case CallRefusal.Overloaded overloaded -> waiting("queue", overloaded.retryAfter());
            case CallRefusal.CommonInvalid invalid -> parameter(invalid.name());
            case CallRefusal.ParameterUnknown unknown -> parameter(unknown.name());
            case CallRefusal.ParameterMissing missing -> parameter(missing.name());
            case CallRefusal.ParameterInvalid invalid -> parameter(invalid.name());
            case CallRefusal.ParameterMistyped mistyped ->
                parameter(mistyped.name()).and("expected", Value.text(mistyped.expected()));
            case CallRefusal.TooLargeForScheme large -> member("limitBytes", Value.number(large.limitBytes()));
            case CallRefusal.Malformed malformed -> NONE;
            case CallRefusal.ActionUnknown unknown -> NONE;
            case CallRefusal.VersionUnknown unknown -> NONE;
            case CallRefusal.MfaRequired required -> NONE;
            case CallRefusal.NotSubscribed not -> NONE;
            case CallRefusal.IdempotencyKeyReused reused -> parameter("Idempotency-Key");
        };
    }

    /// Which limit refused, and when to come again: whole seconds, rounded up, as `Retry-After` has them.
    private static Facts waiting(String limit, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusSeconds(1).minusNanos(1).toSeconds());
        return header("Retry-After", Long.toString(seconds))
                .and("limit", Value.text(limit))
                .and("retryAfterSeconds", Value.number(seconds));
    }

    /// These facts and one more.
    private Facts and(String name, Value value) {
        Map<String, Value> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Facts(more, headers);
    }

    private static Facts parameter(String name) {
        return member("parameter", Value.text(Problems.shortened(name)));
    }

    /// A 401 must say how to prove oneself (RFC 9110, 15.5.2; the errors are of RFC 6750, 3.1).
    private static Facts challenge(String error) {
        return header("WWW-Authenticate", "Bearer" + error);
    }

    private static Facts member(String name, Value value) {
        return new Facts(Map.of(name, value), List.of());
    }

    private static Facts header(String name, String value) {
        return new Facts(Map.of(), List.of(Map.entry(name, value)));
    }
}

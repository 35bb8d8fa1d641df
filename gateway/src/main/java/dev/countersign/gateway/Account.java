package dev.countersign.gateway;

import dev.countersign.gateway.Outcome.Called;
import dev.countersign.gateway.Outcome.Refusing;
import dev.countersign.gateway.action.Registered;
import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.wire.Response;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refusal;
import java.util.Optional;

/// What is told to the journal of one request, collected along its path.
final class Account {
    private final Journal.Line line;
    private Called called = new Called("", "", "", "", "");
    private String code = "";
    private Optional<Refusing> refused = Optional.empty();
    private Optional<CallRefusal.Basis> signed = Optional.empty();

    Account(Journal.Line line) {
        this.line = line;
    }

    /// Nobody speaks like this.
    Response strange(Response answer) {
        refused = Optional.of(new Refusing(Check.RECOGNITION, "", ""));
        return answer;
    }

    void speaks(String dialect) {
        called = new Called(dialect, "", "", "", "");
    }

    Call read(Call call) {
        Call.Target target = call.target();
        String keyId = call.claim() instanceof Claim.Signed claim ? claim.keyId() : "";
        called = new Called(target.dialect(), "", target.action(), target.version(), keyId);
        return call;
    }

    void finds(Registered<?, ?> action) {
        called = new Called(
                called.dialect(),
                action.product().name(),
                action.spec().name(),
                action.product().version(),
                called.keyId());
    }

    void refuses(Refusal refusal) {
        String about = refusal instanceof CallRefusal call ? subject(call) : "";
        refused = Optional.of(new Refusing(
                Check.of(refusal, !called.product().isEmpty()),
                refusal.getClass().getSimpleName(),
                about));
        if (refusal instanceof CallRefusal.NotAuthentic different) {
            signed = different.basis();
        }
    }

    void refuses(Check check) {
        refused = Optional.of(new Refusing(check, "", ""));
    }

    /// The name that a refusal is about; never a value.
    private static String subject(CallRefusal refusal) {
        return switch (refusal) {
            case CallRefusal.CommonMissing missing -> missing.name();
            case CallRefusal.CommonInvalid invalid -> invalid.name();
            case CallRefusal.ParameterUnknown unknown -> unknown.name();
            case CallRefusal.ParameterMissing missing -> missing.name();
            case CallRefusal.ParameterMistyped mistyped -> mistyped.name();
            case CallRefusal.ParameterInvalid invalid -> invalid.name();
            case CallRefusal.Malformed malformed -> malformed.kind().name();
            case CallRefusal.TokenInvalid invalid -> invalid.fault().name();
            case CallRefusal.NotPermitted denied -> denied.operation();
            case CallRefusal.NotSubscribed bare -> bare.product();
            default -> "";
        };
    }

    void answers(String with) {
        code = with;
    }

    void close(int status) {
        line.end(new Outcome(called, status, code, refused, signed));
    }
}

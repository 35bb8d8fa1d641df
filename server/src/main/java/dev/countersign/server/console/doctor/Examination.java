package dev.countersign.server.console.doctor;

import dev.countersign.gateway.Check;
import dev.countersign.gateway.Outcome.Called;
import dev.countersign.gateway.Outcome.Refusing;
import dev.countersign.gateway.action.ActionRegistry;
import dev.countersign.gateway.action.Registered;
import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.Dialects;
import dev.countersign.gateway.wire.Request;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Runs the checks of the path that change nothing over a request that was pasted: up to the signature. It is
/// not sent, no nonce is burnt, and nothing is counted.
public final class Examination {
    private static final List<String> KINDS = List.of("AKID", "LTAI", "STS.");

    private final Dialects dialects;
    private final ActionRegistry registry;
    private final Vault vault;
    private final InstantSource clock;

    /// @param dialects the ways of speaking
    /// @param registry the published actions
    /// @param vault the secrets that may be worked with
    /// @param clock the real time, which signatures are held against
    public Examination(Dialects dialects, ActionRegistry registry, Vault vault, InstantSource clock) {
        this.dialects = dialects;
        this.registry = registry;
        this.vault = vault;
        this.clock = clock;
    }

    /// Looks at a request.
    ///
    /// @param theirs what the client says it signed; empty for nothing
    Finding examine(Request request, String theirs) {
        Optional<Dialect> dialect = dialects.speaking(request);
        if (dialect.isEmpty()) {
            return refused(new Called("", "", "", "", ""), new Refusing(Check.RECOGNITION, "", ""));
        }
        Called called = new Called(dialect.get().name(), "", "", "", "");
        try {
            Call call = dialect.get().read(request);
            called = new Called(
                    called.dialect(), "", call.target().action(), call.target().version(), keyId(call));
            Registered<?, ?> action = registry.require(call.target());
            called = new Called(
                    called.dialect(),
                    action.product().name(),
                    action.spec().name(),
                    action.product().version(),
                    called.keyId());
            return claimed(called, call, dialect.get(), request, theirs);
        } catch (Refused refused) {
            return refused.refusal() instanceof CallRefusal why
                    ? refused(called, refusing(why, !called.product().isEmpty()))
                    : refused(called, new Refusing(Check.BUSINESS, "", ""));
        }
    }

    private Finding claimed(Called called, Call call, Dialect dialect, Request request, String theirs) {
        return switch (call.claim()) {
            case Claim.Unusable unusable -> refused(called, refusing(unusable.why(), true));
            case Claim.Unsigned unsigned ->
                refused(called, refusing(new CallRefusal.NotAuthentic(Optional.empty()), true));
            case Claim.Bearer bearer -> new Finding(Verdict.upTo(called, Check.KEY), false, List.of(), List.of(), 0);
            case Claim.Signed signed ->
                new Signature(dialect, vault).compare(called, signed, request, theirs, aged(signed), kind(signed));
        };
    }

    private static Optional<CallRefusal> kind(Claim.Signed signed) {
        return KINDS.stream().anyMatch(signed.keyId()::startsWith)
                ? Optional.empty()
                : Optional.of(new CallRefusal.KeyKindUnknown(signed.keyId()));
    }

    /// What is pasted was sent some time ago: that it is too old by now is said, and is not why it was refused
    /// then.
    private long aged(Claim.Signed signed) {
        Duration age = Duration.between(signed.signedAt(), clock.instant());
        return age.abs().compareTo(signed.window()) > 0 ? age.toSeconds() : 0;
    }

    private static String keyId(Call call) {
        return call.claim() instanceof Claim.Signed signed ? signed.keyId() : "";
    }

    static Refusing refusing(CallRefusal why, boolean known) {
        String about = switch (why) {
            case CallRefusal.CommonMissing missing -> missing.name();
            case CallRefusal.CommonInvalid invalid -> invalid.name();
            case CallRefusal.Malformed malformed -> malformed.kind().name();
            default -> "";
        };
        return new Refusing(Check.before(why, known), why.getClass().getSimpleName(), about);
    }

    private static Finding refused(Called called, Refusing by) {
        return new Finding(Verdict.refused(called, by), false, List.of(), List.of(), 0);
    }
}

package dev.countersign.server.dev;

import dev.countersign.challenge.Challenge;
import dev.countersign.challenge.Challenges;
import dev.countersign.challenge.Kind;
import dev.countersign.challenge.Opening;
import dev.countersign.challenge.Operation;
import dev.countersign.challenge.PublicAddress;
import dev.countersign.gateway.wire.Value;
import dev.countersign.protection.Method;
import dev.countersign.refusal.OpeningRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.dev.exchange.Members;
import dev.countersign.server.dev.exchange.Span;
import dev.countersign.token.CustomTokens;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/dev/challenges`: POST opens a challenge of a user of tenant `dev` without an application in front; its browser
/// ends at `/dev/returned`.
public final class ChallengesCall implements DevCall {
    /// Where browsers end that no application waits for.
    public static final String RETURNED = "/dev/returned";

    private static final Operation SOMETHING =
            Operation.of("dev-operation", List.of(new Operation.Field("what", "something in the dev world")));

    private final Challenges challenges;
    private final CustomTokens tokens;
    private final RootOfDev root;
    private final PublicAddress address;

    /// @param challenges opens them
    /// @param tokens mints the token of a custom one
    /// @param root who opens them
    /// @param address where this server listens
    public ChallengesCall(Challenges challenges, CustomTokens tokens, RootOfDev root, PublicAddress address) {
        this.challenges = challenges;
        this.tokens = tokens;
        this.root = root;
        this.address = address;
    }

    @Override
    public String path() {
        return "/dev/challenges";
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("POST", this::open);
    }

    private Value open(Asked asked) {
        Members wanted = asked.members("uin", "kind", "amount", "payee", "locale", "mfaToken");
        long uin = wanted.whole("uin").orElseThrow(() -> wanted.missing("uin", "100000000011"));
        Kind kind = wanted.text("kind")
                .map(word -> Kind.of(word)
                        .orElseThrow(() -> Declined.malformed("\"kind\" must be \"login\" or \"operation\"")))
                .orElseThrow(() -> wanted.missing("kind", "\"login\""));
        Opening opening = new Opening(
                uin,
                kind,
                kind == Kind.OPERATION ? operation(wanted) : Operation.NONE,
                new Challenge.Return(address.get() + RETURNED, "dev"),
                wanted.text("locale").orElse("en"),
                Optional.empty());
        try {
            return challenges
                    .open(root.caller(), opening)
                    .map(opened -> written(opened, wanted.text("mfaToken")))
                    .orElseGet(() -> Value.Fields.none().plus("status", Value.text("not_required")));
        } catch (Refused refused) {
            throw declined(refused);
        }
    }

    private static Operation operation(Members wanted) {
        return wanted.text("amount")
                .map(amount -> Operation.of(
                        "transfer",
                        List.of(
                                new Operation.Field("amount", amount),
                                new Operation.Field(
                                        "payee", wanted.text("payee").orElse("somebody")))))
                .orElse(SOMETHING);
    }

    private Value.Fields written(Challenge opened, Optional<String> chosen) {
        Value.Fields view = ChallengeViews.written(opened, challenges);
        return opened.asked().method() == Method.CUSTOM
                ? view.plus(
                        "mfaToken", Value.text(tokens.mint(opened.tenant(), opened.principal(), opened.id(), chosen)))
                : view;
    }

    private static RuntimeException declined(Refused refused) {
        return switch (refused.refusal()) {
            case OpeningRefusal.SubjectUnknown unknown ->
                Declined.unknown("tenant dev has no user of this UIN: PUT /dev/principals makes one");
            case OpeningRefusal.AuthenticatorMissing missing ->
                Declined.conflict("this user can't show " + missing.method()
                        + ": nothing is bound for it, or no method here serves it");
            case OpeningRefusal.CoolingOff cooling ->
                Declined.conflict("operations are held back for "
                        + Span.write(cooling.retryAfter().truncatedTo(ChronoUnit.SECONDS)));
            case OpeningRefusal.OperationUnfit unfit ->
                Declined.malformed("\"amount\" and \"payee\" must be short texts that can be shown");
            default -> refused;
        };
    }
}

package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.TokenRefusal;
import dev.countersign.token.CustomTokens;

/// `ConsumeCustomMFAToken`: spends a custom token and passes its challenge. The tenant's back end calls it when its
/// own check has passed.
public final class ConsumeCustomMFAToken
        implements Action<ConsumeCustomMFAToken.Request, ConsumeCustomMFAToken.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = "The custom multi-factor token.", example = "abc123", name = "MFAToken", secret = true)
            String token) {}

    /// Its answer: the request id alone.
    public record Response() {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "ConsumeCustomMFAToken", Request.class, Response.class)
            .summary("Verifies a custom multi-factor token: it is accepted once.")
            .perSecond(20)
            .answers(TokenRefusal.class)
            .refuses(TokenRefusal.TokenNotAccepted.class, GetCustomMFATokenInfo.ERROR, GetCustomMFATokenInfo.ERROR_TEXT)
            .build();

    private final CustomTokens tokens;

    /// @param tokens spends the tokens
    public ConsumeCustomMFAToken(CustomTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        tokens.consume(context.caller(), request.token());
        return new Response();
    }
}

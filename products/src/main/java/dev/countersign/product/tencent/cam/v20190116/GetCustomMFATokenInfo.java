package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.TokenRefusal;
import dev.countersign.token.CustomTokens;

/// `GetCustomMFATokenInfo`: whom a custom token is about. It does not spend it: [ConsumeCustomMFAToken] does.
public final class GetCustomMFATokenInfo
        implements Action<GetCustomMFATokenInfo.Request, GetCustomMFATokenInfo.Response> {
    static final String ERROR = "InvalidParameter.MFATokenError";
    static final String ERROR_TEXT = "Multi-factor Token verification failed.";

    /// Its parameters.
    public record Request(
            @Field(doc = "The custom multi-factor token.", example = "abc123", name = "MFAToken", secret = true)
            String token) {}

    /// Its answer.
    public record Response(
            @Field(doc = "UIN of the user that the token is about.", example = "12345678")
            long uin) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "GetCustomMFATokenInfo", Request.class, Response.class)
            .summary("Gets information associated with a custom multi-factor token.")
            .perSecond(20)
            .answers(TokenRefusal.class)
            .refuses(TokenRefusal.TokenNotAccepted.class, ERROR, ERROR_TEXT)
            .build();

    private final CustomTokens tokens;

    /// @param tokens knows the tokens
    public GetCustomMFATokenInfo(CustomTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        return new Response(tokens.introspect(context.caller(), request.token()));
    }
}

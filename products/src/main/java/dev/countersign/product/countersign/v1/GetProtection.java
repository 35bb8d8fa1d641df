package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.protection.Protections;
import dev.countersign.refusal.ProtectionRefusal;

/// `GET /v1/principals/{uin}/protection`: what guards a principal.
public final class GetProtection implements Action<GetProtection.Request, ProtectionView> {
    static final String UNKNOWN = "principal-unknown";
    static final String UNKNOWN_TEXT = "The tenant has no such user.";

    /// Its parameters.
    public record Request(
            @Field(doc = "The principal's UIN.", example = "100000000011", inPath = true)
            long uin) {}

    static final ActionSpec<Request, ProtectionView> SPEC = ActionSpec.action(
                    "GetProtection", Request.class, ProtectionView.class)
            .summary("Tells what guards a principal.")
            .perSecond(100)
            .route("GET", "/v1/principals/{uin}/protection", 200, V1Protection.SCOPE)
            .refuses(ProtectionRefusal.UserUnknown.class, 404, UNKNOWN, UNKNOWN_TEXT)
            .refuses(ProtectionRefusal.UinInvalid.class, 404, UNKNOWN, UNKNOWN_TEXT)
            .build();

    private final Protections protections;

    GetProtection(Protections protections) {
        this.protections = protections;
    }

    @Override
    public ActionSpec<Request, ProtectionView> spec() {
        return SPEC;
    }

    @Override
    public ProtectionView perform(Context context, Request request) {
        return ProtectionView.of(request.uin(), protections.of(context.caller(), request.uin()));
    }
}

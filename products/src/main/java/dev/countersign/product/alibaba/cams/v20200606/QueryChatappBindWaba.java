package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.migration.Spaces;
import dev.countersign.refusal.SpaceUnknown;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `QueryChatappBindWaba`: the business account of a space.
public final class QueryChatappBindWaba implements Action<QueryChatappBindWaba.Request, QueryChatappBindWaba.Response> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "The space; the account's first one with a business account, when not given.",
                    example = "cams-dev-1")
            @Nullable String custSpaceId,

            @Field(
                    doc = "Taken and ignored: there are no resellers' authorisations here.",
                    example = "aksik93kdkkxmwol9")
            @Nullable String isvCode) {}

    /// Its answer.
    public record Response(
            @Field(doc = "`OK`.", example = "OK") String code,

            @Field(doc = "`None` or `SUCCESS`, as the vendor's page of the action has it.", example = "SUCCESS")
            String message,

            @Field(doc = "The business account; left out while none is bound.", omitted = true) @Nullable Data data,

            @Field(doc = "Whether the call succeeded.", example = "true")
            boolean success,

            @Field(doc = "`None`.", example = "None") String accessDeniedDetail) {}

    /// A business account. What only its network knows (name, business, currency, place) is left out.
    public record Data(
            @Field(doc = "Its id.", example = "20393988393993")
            String id,

            @Field(doc = "`APPROVED`: nobody else reviews it here.", example = "APPROVED")
            String accountReviewStatus) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "QueryChatappBindWaba", Request.class, Response.class)
            .summary("Tells which business account is bound to a space.")
            .perSecond(Cams.PER_SECOND)
            .answers(SpaceUnknown.class)
            .publishes(CamsCodes.READING)
            .build();

    private final Spaces spaces;

    /// @param spaces knows business accounts
    QueryChatappBindWaba(Spaces spaces) {
        this.spaces = spaces;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        String given = request.custSpaceId();
        Optional<String> waba = given == null
                ? spaces.of(context.caller()).stream()
                        .flatMap(space -> space.waba().stream())
                        .findFirst()
                : spaces.require(context.caller(), given).waba();
        return new Response(
                Cams.OK, Cams.SUCCESS, waba.map(id -> new Data(id, "APPROVED")).orElse(null), true, Cams.NONE);
    }
}

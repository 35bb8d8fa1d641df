package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.migration.Space;
import dev.countersign.migration.Spaces;
import dev.countersign.refusal.SpaceRefusal;

/// `ChatappBindWaba`: binds a business account to a space.
public final class ChatappBindWaba implements Action<ChatappBindWaba.Request, ChatappBindWaba.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = "The business account.", example = "33993123")
            String wabaId) {}

    /// Its answer.
    public record Response(
            @Field(doc = "`OK`.", example = "OK") String code,

            @Field(doc = "`None` or `SUCCESS`, as the vendor's page of the action has it.", example = "None")
            String message,

            @Field(doc = "The space and its business account.")
            Data data,

            @Field(doc = "Whether the call succeeded.", example = "true")
            boolean success,

            @Field(doc = "`None`.", example = "None") String accessDeniedDetail) {}

    /// A space and its business account.
    public record Data(
            @Field(
                    doc = "The space: the one that has the business account, else the account's first without one,"
                            + " else a new one.",
                    example = "C02029392939939")
            String custSpaceId,

            @Field(doc = "The business account.", example = "33993123")
            String wabaId) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "ChatappBindWaba", Request.class, Response.class)
            .summary("Binds a business account to a space.")
            .perSecond(Cams.PER_SECOND)
            .answers(SpaceRefusal.class)
            .publishes(CamsCodes.BINDING)
            .build();

    private final Spaces spaces;

    /// @param spaces binds business accounts
    ChatappBindWaba(Spaces spaces) {
        this.spaces = spaces;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        Space space = spaces.bind(context.caller(), request.wabaId());
        return new Response(Cams.OK, Cams.NONE, new Data(space.id(), request.wabaId()), true, Cams.NONE);
    }
}

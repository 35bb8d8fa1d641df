package dev.countersign.product.countersign.v1;

import dev.countersign.delivery.Carriers;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import java.util.List;

/// `GET /v1/carriers`: the carriers that routes lead to.
public final class ListCarriers implements Action<ListCarriers.Request, ListCarriers.Response> {
    /// Its parameters: none.
    public record Request() {}

    /// Its answer.
    public record Response(
            @Field(doc = "The carriers, by name.", example = "smsc-1")
            List<CarrierView> carriers) {}

    static final ActionSpec<Request, Response> SPEC = ActionSpec.action("ListCarriers", Request.class, Response.class)
            .summary("Lists the carriers that routes lead to, as they stand.")
            .perSecond(20)
            .route("GET", "/v1/carriers", 200, V1Delivery.CARRIERS)
            .build();

    private final Carriers carriers;

    ListCarriers(Carriers carriers) {
        this.carriers = carriers;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        return new Response(carriers.all().stream().map(CarrierView::of).toList());
    }
}

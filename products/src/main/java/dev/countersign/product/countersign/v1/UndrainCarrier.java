package dev.countersign.product.countersign.v1;

import dev.countersign.delivery.Carriers;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.DeliveryRefusal;

/// `DELETE /v1/carriers/{name}/drain`: hands a drained carrier messages again.
public final class UndrainCarrier implements Action<UndrainCarrier.Request, CarrierView> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "The carrier's name in the configuration.",
                    example = "smsc-1",
                    pattern = V1Delivery.NAME,
                    whenMalformed = V1Delivery.CARRIER_UNKNOWN,
                    inPath = true)
            String name) {}

    static final ActionSpec<Request, CarrierView> SPEC = ActionSpec.action(
                    "UndrainCarrier", Request.class, CarrierView.class)
            .summary("Hands a drained carrier messages again.")
            .perSecond(20)
            .route("DELETE", "/v1/carriers/{name}/drain", 200, V1Delivery.CARRIERS)
            .refuses(
                    DeliveryRefusal.CarrierUnknown.class,
                    404,
                    V1Delivery.CARRIER_UNKNOWN,
                    V1Delivery.CARRIER_UNKNOWN_TEXT)
            .build();

    private final Carriers carriers;

    UndrainCarrier(Carriers carriers) {
        this.carriers = carriers;
    }

    @Override
    public ActionSpec<Request, CarrierView> spec() {
        return SPEC;
    }

    @Override
    public CarrierView perform(Context context, Request request) {
        return CarrierView.of(carriers.drain(context.caller(), request.name(), false));
    }
}

package dev.countersign.product.countersign.v1;

import dev.countersign.delivery.Carriers;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.DeliveryRefusal;

/// `PUT /v1/carriers/{name}/drain`: hands a carrier no further messages.
public final class DrainCarrier implements Action<DrainCarrier.Request, CarrierView> {
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
                    "DrainCarrier", Request.class, CarrierView.class)
            .summary(
                    "Hands a carrier no further messages, until that is ended. What it has been handed is not taken back.")
            .perSecond(20)
            .route("PUT", "/v1/carriers/{name}/drain", 200, V1Delivery.CARRIERS)
            .refuses(
                    DeliveryRefusal.CarrierUnknown.class,
                    404,
                    V1Delivery.CARRIER_UNKNOWN,
                    V1Delivery.CARRIER_UNKNOWN_TEXT)
            .build();

    private final Carriers carriers;

    DrainCarrier(Carriers carriers) {
        this.carriers = carriers;
    }

    @Override
    public ActionSpec<Request, CarrierView> spec() {
        return SPEC;
    }

    @Override
    public CarrierView perform(Context context, Request request) {
        return CarrierView.of(carriers.drain(context.caller(), request.name(), true));
    }
}

package dev.countersign.product.alibaba.dypnsapi.v20170525;

import dev.countersign.gateway.action.PublishedCode;
import dev.countersign.gateway.dialect.ErrorCode.Kind;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.Refusal;
import java.util.List;
import java.util.Optional;

/// The codes that both actions publish alike, with the texts of the vendor's page.
final class DypnsErrors {
    static final String INVALID = "INVALID_PARAMETERS";
    static final String INVALID_TEXT = "parameter is not valid.";
    static final String NOT_OPENED = "FUNCTION_NOT_OPENED";
    static final String NOT_OPENED_TEXT = "You have not opened this function.";

    static final List<PublishedCode> SHARED = List.of(
            code(DestinationInvalid.class, MobileNumber.ILLEGAL, MobileNumber.ILLEGAL_TEXT),
            code(CallRefusal.ParameterInvalid.class, INVALID, INVALID_TEXT),
            code(CallRefusal.ParameterMistyped.class, INVALID, INVALID_TEXT),
            code(CallRefusal.NotSubscribed.class, NOT_OPENED, NOT_OPENED_TEXT));

    private DypnsErrors() {}

    private static PublishedCode code(Class<? extends Refusal> refusal, String code, String text) {
        return new PublishedCode(code, text, 400, Kind.REFUSAL, Optional.of(refusal), true);
    }
}

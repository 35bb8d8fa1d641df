package dev.countersign.product.tencent.intlpartnersmgt.v20220928;

import dev.countersign.customer.Customers;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.CustomerRefusal;

/// `QueryAccountVerificationStatus`: whether a customer's identity was verified.
public final class QueryAccountVerificationStatus
        implements Action<QueryAccountVerificationStatus.Request, QueryAccountVerificationStatus.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = "UIN of the customer.", example = "200000123456")
            long clientUin) {}

    /// Its answer.
    public record Response(
            @Field(doc = "Whether the customer's identity was verified.", example = "true")
            boolean accountStatus) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "QueryAccountVerificationStatus", Request.class, Response.class)
            .summary("Tells whether a customer's identity was verified.")
            .perSecond(20)
            .answers(CustomerRefusal.NotACustomer.class)
            .refuses(CustomerRefusal.UinInvalid.class, "FailedOperation.UinInvalid", "Invalid UIN")
            .catalogues("InternalError", "Internal error.")
            .publishes("InvalidParameter", "Invalid parameter")
            .publishes("InvalidParameterValue", "Invalid parameter value.")
            .publishes("MissingParameter", "Missing parameter")
            .catalogues("OperationDenied.ServiceBusy", "System busy. Please try again later.")
            .refuses(
                    CustomerRefusal.NotACustomer.class,
                    "UnauthorizedOperation.NotCustomerUin",
                    "The current user is not a customer.")
            .publishes("UnknownParameter", "Unknown parameter")
            .build();

    private final Customers customers;

    /// @param customers knows the customers
    public QueryAccountVerificationStatus(Customers customers) {
        this.customers = customers;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        return new Response(
                customers.find(context.caller(), request.clientUin()).verified());
    }
}

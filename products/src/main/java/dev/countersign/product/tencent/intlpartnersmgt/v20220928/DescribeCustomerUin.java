package dev.countersign.product.tencent.intlpartnersmgt.v20220928;

import dev.countersign.customer.CustomerPage;
import dev.countersign.customer.Customers;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.CustomerRefusal;
import java.util.List;

/// `DescribeCustomerUin`: a page of the caller's customers.
public final class DescribeCustomerUin implements Action<DescribeCustomerUin.Request, DescribeCustomerUin.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = "Page, from 1.", example = "1") long page,

            @Field(doc = "Customers a page: 1 to 100.", example = "20")
            long pageSize) {}

    /// Its answer.
    public record Response(
            @Field(doc = "The customers on this page, by UIN.")
            List<DescribeCustomerUinData> data,

            @Field(doc = "How many customers there are in all, as a string.", example = "1")
            String total) {}

    /// One customer.
    public record DescribeCustomerUinData(
            @Field(doc = "UIN, as a string.", example = "200000123456")
            String customerUin) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "DescribeCustomerUin", Request.class, Response.class)
            .summary("Lists the UINs of the caller's customers.")
            .refuses(CustomerRefusal.PageInvalid.class, "InvalidParameter.Page", "Incorrect page parameter value.")
            .catalogues("OperationDenied.ServiceBusy", "System busy. Please try again later.")
            .catalogues(
                    "UnauthorizedOperation.UinNoAuth", "The current user doesn’t have permission for the operation.")
            .build();

    private final Customers customers;

    /// @param customers knows the customers
    public DescribeCustomerUin(Customers customers) {
        this.customers = customers;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        CustomerPage page = customers.page(context.caller(), request.page(), request.pageSize());
        return new Response(
                page.uins().stream()
                        .map(uin -> new DescribeCustomerUinData(Long.toString(uin)))
                        .toList(),
                Integer.toString(page.total()));
    }
}

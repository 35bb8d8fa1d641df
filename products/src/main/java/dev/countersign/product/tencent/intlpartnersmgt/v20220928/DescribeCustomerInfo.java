package dev.countersign.product.tencent.intlpartnersmgt.v20220928;

import dev.countersign.customer.Customer;
import dev.countersign.customer.Customers;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.product.tencent.BeijingTime;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.CustomerRefusal;
import dev.countersign.refusal.Refused;
import java.util.List;

/// `DescribeCustomerInfo`: what is known of some of the caller's customers.
public final class DescribeCustomerInfo implements Action<DescribeCustomerInfo.Request, DescribeCustomerInfo.Response> {
    private static final int MOST = 20;

    /// Its parameters.
    public record Request(
            @Field(doc = "UINs of 1 to 20 customers.", example = "200000123456")
            List<Long> customerUin) {}

    /// Its answer.
    public record Response(@Field(doc = "The customers.") List<DescribeCustomerInfoData> data) {}

    /// One customer.
    public record DescribeCustomerInfoData(
            @Field(doc = "UIN, as a string.", example = "200000123456")
            String customerUin,

            @Field(doc = "E-mail address.", example = "account@example.com")
            String email,

            @Field(doc = "Mobile number with country code.", example = "852-18888888888")
            String phone,

            @Field(doc = "Remark.", example = "") String mark,
            @Field(doc = "Name.", example = "Example Ltd.") String name,

            @Field(doc = "When it was bound to the caller.", example = "2026-11-22 10:00:00")
            String bindTime,

            @Field(doc = "`0` normal.", example = "0") String accountStatus,

            @Field(doc = "`-1` nothing on file, `3` verified.", example = "-1")
            String authStatus,

            @Field(doc = "-1 none, 0 personal, 1 enterprise.", example = "-1")
            long authType,

            @Field(doc = "When the customer was registered.", example = "2026-11-22 10:00:00")
            String cidRegisterTime,

            @Field(doc = "When the account was registered.", example = "2026-11-22 10:00:00")
            String uinRegisterTime,

            @Field(doc = "When its identity was verified; empty when not known.", example = "")
            String authPassTime,

            @Field(doc = "Whether it has spent anything: always 0 here.", example = "0")
            long hasExpense) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "DescribeCustomerInfo", Request.class, Response.class)
            .summary("Tells what is known of some of the caller's customers.")
            .catalogues("OperationDenied.ServiceBusy", "System busy. Please try again later.")
            .refuses(
                    CustomerRefusal.NotACustomer.class,
                    "UnauthorizedOperation.UinNoAuth",
                    "The current user doesn’t have permission for the operation.")
            .refuses(
                    CustomerRefusal.UinInvalid.class,
                    "UnauthorizedOperation.UinNoAuth",
                    "The current user doesn’t have permission for the operation.")
            .build();

    private final Customers customers;

    /// @param customers knows the customers
    public DescribeCustomerInfo(Customers customers) {
        this.customers = customers;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        List<Long> uins = request.customerUin();
        if (uins.isEmpty() || uins.size() > MOST) {
            throw new Refused(new CallRefusal.ParameterInvalid("CustomerUin"));
        }
        return new Response(uins.stream()
                .map(uin -> data(customers.find(context.caller(), uin)))
                .toList());
    }

    private static DescribeCustomerInfoData data(Customer customer) {
        String created = BeijingTime.of(customer.createdAt());
        long type = customer.accountType().equals("company") ? 1 : 0;
        return new DescribeCustomerInfoData(
                Long.toString(customer.uin()),
                customer.mail().canonical(),
                customer.phone().countryCode() + "-" + customer.phone().national(),
                "",
                customer.name(),
                created,
                "0",
                customer.verified() ? "3" : "-1",
                customer.verified() ? type : -1,
                created,
                created,
                "",
                0);
    }
}

package dev.countersign.server.dev;

import dev.countersign.customer.CustomerStore;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.dev.exchange.Members;
import java.util.Map;
import java.util.regex.Pattern;

/// `/dev/customers/{uin}`: PUT records that a customer's identity was verified by a person, which no published
/// action does, so that `QueryAccountVerificationStatus` can be seen to say both.
public final class CustomersCall implements DevCall {
    private static final Pattern UIN = Pattern.compile("[1-9][0-9]{0,17}");

    private final CustomerStore customers;

    /// @param customers keeps customers
    public CustomersCall(CustomerStore customers) {
        this.customers = customers;
    }

    @Override
    public String path() {
        return "/dev/customers/{uin}";
    }

    @Override
    public Map<String, Handler> methods() {
        return Map.of("PUT", this::put);
    }

    private Value put(Asked asked) {
        Members wanted = asked.members("verified");
        boolean verified = wanted.flag("verified").orElseThrow(() -> wanted.missing("verified", "true"));
        boolean known =
                UIN.matcher(asked.tail()).matches() && customers.verified(Long.parseLong(asked.tail()), verified);
        if (!known) {
            throw Declined.unknown("no customer has this UIN: CreateAccount makes customers and answers theirs");
        }
        return Value.Fields.none()
                .plus("uin", Value.number(Long.parseLong(asked.tail())))
                .plus("verified", new Value.Flag(verified));
    }
}

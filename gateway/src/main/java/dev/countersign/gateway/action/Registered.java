package dev.countersign.gateway.action;

import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.wire.Value;
import dev.countersign.tenant.Caller;

/// An action as the registry holds it: with its product, and with its records' shapes worked out once.
public final class Registered<Q extends Record, A extends Record> {
    private final Product product;
    private final Action<Q, A> action;
    private final RecordBinder<Q> binder;
    private final RecordWriter writer;
    private final Dialect.Counting counting;
    private final String fullName;

    Registered(Product product, Action<Q, A> action, Dialect dialect) {
        this.product = product;
        this.action = action;
        this.binder = new RecordBinder<>(action.spec().request(), dialect.naming());
        this.writer = new RecordWriter(dialect.naming());
        this.counting = dialect.counting();
        this.fullName = product.fullName(action.spec());
    }

    /// The product that it belongs to.
    public Product product() {
        return product;
    }

    /// Everything that is published about it.
    public ActionSpec<Q, A> spec() {
        return action.spec();
    }

    /// Its name in policies and messages: `intlpartnersmgt:SendVerifyCode`.
    public String operation() {
        return product.policyName() + ":" + action.spec().name();
    }

    /// Its name among all actions of all wires: `tencent/intlpartnersmgt/2022-09-28/SendVerifyCode`.
    public String fullName() {
        return fullName;
    }

    /// What its calls a second are counted under: the caller, or the whole account.
    public String counted(Caller caller) {
        return operation()
                + switch (counting) {
                    case PRINCIPAL -> " " + caller.principal().uin();
                    case ACCOUNT -> " account " + caller.tenant().id();
                };
    }

    /// Reads the parameters of a call.
    ///
    /// @throws dev.countersign.refusal.Refused for the first problem: unknown, missing, type, value, in this
    ///     order
    public Q bind(Call call) {
        return binder.bind(call.parameters(), call.ignored());
    }

    /// Does it.
    public Value.Fields perform(Action.Context context, Q request) {
        return writer.write(action.perform(context, request));
    }
}

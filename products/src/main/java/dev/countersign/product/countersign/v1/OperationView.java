package dev.countersign.product.countersign.v1;

import dev.countersign.challenge.Operation;
import dev.countersign.gateway.action.Field;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An operation as our own API takes and shows it.
record OperationView(
        @Field(doc = "What would be done: a name of your own.", example = "transfer", pattern = "[a-z][a-z0-9-]{0,31}")
        String name,

        @Field(
                doc = "What the person sees and the proof binds, in this order: 1 to 8 fields, each name once, all"
                        + " together at most 240 characters as they are shown.",
                example = "[{\"name\":\"amount\",\"value\":\"100.00 EUR\"}]")
        List<FieldView> fields) {
    /// A field.
    record FieldView(
            @Field(doc = "What it is called.", example = "amount")
            String name,

            @Field(doc = "What it holds, as it is shown.", example = "100.00 EUR")
            String value) {}

    /// The operation that this means; none for none.
    ///
    /// @throws dev.countersign.refusal.Refused when it can't be shown
    static Optional<Operation> read(@Nullable OperationView given) {
        return Optional.ofNullable(given)
                .map(one -> Operation.of(
                        one.name(),
                        one.fields().stream()
                                .map(field -> new Operation.Field(field.name(), field.value()))
                                .toList()));
    }

    /// How an operation is shown; null for a login's.
    static @Nullable OperationView of(Operation operation) {
        return operation.fields().isEmpty()
                ? null
                : new OperationView(
                        operation.name(),
                        operation.fields().stream()
                                .map(field -> new FieldView(field.name(), field.value()))
                                .toList());
    }
}

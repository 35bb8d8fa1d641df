package dev.countersign.gateway.dialect;

/// How a record component's name looks on a wire.
public enum Naming {
    /// `PhoneNum`: both clouds.
    PASCAL,
    /// `phoneNum`: ours.
    CAMEL;

    /// The wire's name of a component.
    public String of(String component) {
        return this == CAMEL ? component : Character.toUpperCase(component.charAt(0)) + component.substring(1);
    }
}

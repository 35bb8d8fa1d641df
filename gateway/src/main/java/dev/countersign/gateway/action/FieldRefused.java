package dev.countersign.gateway.action;

/// A field's own check failed, and the field names the code for it. It never leaves the gateway.
public final class FieldRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /// @param code a code that the action publishes
    public FieldRefused(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    /// The code that the field names.
    public String code() {
        return code;
    }
}

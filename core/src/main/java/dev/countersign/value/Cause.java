package dev.countersign.value;

/// What something is done for: one call, and the action that it was of.
///
/// @param request the id of the call
/// @param action the action's full name, as `tencent/intlpartnersmgt/2022-09-28/SendVerifyCode`; empty for a call of no
///     action, as that of a page
public record Cause(RequestId request, String action) {
    /// A call of no action.
    public static Cause page(RequestId request) {
        return new Cause(request, "");
    }

    /// The action alone, as `SendVerifyCode`; empty for none.
    public String name() {
        return action.substring(action.lastIndexOf('/') + 1);
    }
}

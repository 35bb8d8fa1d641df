package dev.countersign.refusal;

/// Carries a [Refusal] to the one place that turns it into an answer. It has no stack trace: it is not a fault.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /// @param refusal what is refused, with the facts that a message needs
    public Refused(Refusal refusal) {
        super(refusal.getClass().getSimpleName(), null, false, false);
        this.refusal = refusal;
    }

    /// What was refused.
    public Refusal refusal() {
        return refusal;
    }
}

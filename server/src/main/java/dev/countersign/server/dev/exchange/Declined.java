package dev.countersign.server.dev.exchange;

import java.util.List;

/// Carries a [Problem] to the one place that answers it. It has no stack trace: it is not a fault.
public final class Declined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /// @param problem what the answer says
    public Declined(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    /// What was asked can't be understood: 400.
    public static Declined malformed(String detail) {
        return new Declined(Problem.of(400, "Bad request", detail));
    }

    /// What it is about does not exist: 404.
    public static Declined unknown(String detail) {
        return new Declined(Problem.of(404, "Not found", detail));
    }

    /// It can't be done as things stand: 409.
    public static Declined conflict(String detail) {
        return new Declined(Problem.of(409, "Conflict", detail));
    }

    /// The same, and what it is about.
    ///
    /// @param member the member of the body that is wrong; empty for the call as a whole
    /// @param parts what the reason speaks of
    public Declined because(Reason reason, String member, String... parts) {
        return new Declined(problem.blaming(new Blame(reason, member, List.of(parts))));
    }

    /// What the answer says.
    public Problem problem() {
        return problem;
    }
}

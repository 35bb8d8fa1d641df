package dev.countersign.server.page;

import dev.countersign.challenge.ChallengeMethod.Reply;
import dev.countersign.challenge.FirstEnrolment;
import dev.countersign.challenge.Visits;
import dev.countersign.totp.TotpSecret;
import java.util.Map;
import java.util.Optional;

/// The steps that forms take, by the last part of their address.
final class Steps {
    private final Visits visits;
    private final FirstEnrolment enrolment;
    private final Map<String, Step> all = Map.of(
            "start", this::start,
            "answer", this::answer,
            "prove", this::prove,
            "invitation", this::invitation,
            "device", this::device,
            "confirm", this::confirm,
            "cancel", this::cancel);

    Steps(Visits visits, FirstEnrolment enrolment) {
        this.visits = visits;
        this.enrolment = enrolment;
    }

    /// Takes a step, or refuses.
    @FunctionalInterface
    interface Step {
        Taken take(Asked asked);
    }

    /// What came of a step.
    sealed interface Taken {
        /// The page shows what is next.
        record Stayed() implements Taken {}

        /// No code was typed: nothing was done.
        record Nothing() implements Taken {}

        /// The challenge is passed.
        record Passed() implements Taken {}

        /// The challenge is over, and the browser goes back.
        record Left(String address) implements Taken {}

        /// The browser goes to somebody else's page, to come back.
        record Elsewhere(String address) implements Taken {}

        /// A device was made.
        record Device(TotpSecret secret) implements Taken {}
    }

    /// The step of that name.
    Optional<Step> of(String name) {
        return Optional.ofNullable(all.get(name));
    }

    private Taken start(Asked asked) {
        return visits.start(asked.challenge(), asked.visitor(), asked.sent().value("way"))
                .<Taken>map(Taken.Elsewhere::new)
                .orElseGet(Taken.Stayed::new);
    }

    private Taken answer(Asked asked) {
        return typed(asked, code -> {
            visits.answer(asked.challenge(), asked.visitor(), Reply.typed(code));
            return new Taken.Passed();
        });
    }

    private Taken prove(Asked asked) {
        return typed(asked, code -> {
            enrolment.prove(asked.challenge(), asked.visitor(), code);
            return device(asked);
        });
    }

    private Taken invitation(Asked asked) {
        return typed(asked, code -> {
            enrolment.proveByAdministrator(asked.challenge(), asked.visitor(), code);
            return device(asked);
        });
    }

    private Taken device(Asked asked) {
        return new Taken.Device(enrolment.device(asked.challenge(), asked.visitor()));
    }

    private Taken confirm(Asked asked) {
        return typed(asked, code -> {
            enrolment.confirm(asked.challenge(), asked.visitor(), code);
            return new Taken.Passed();
        });
    }

    private Taken cancel(Asked asked) {
        return new Taken.Left(visits.cancel(asked.challenge(), asked.visitor()));
    }

    /// An empty field costs no try.
    private static Taken typed(Asked asked, java.util.function.Function<String, Taken> step) {
        String code = asked.sent().code();
        return code.isEmpty() ? new Taken.Nothing() : step.apply(code);
    }
}

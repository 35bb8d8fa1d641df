package dev.countersign.architecture.planted.product;

import dev.countersign.architecture.planted.refusal.Refused;
import dev.countersign.architecture.planted.value.Secret;
import dev.countersign.architecture.planted.verification.Verifications;
import java.time.Instant;
import java.util.logging.Logger;

/// Constructs a service, reads the clock, catches what is not its own, logs a secret, and can be extended.
@SuppressWarnings("NonFinalStaticField")
public class ActionThatMisbehaves {
    private static final Logger LOG = Logger.getLogger("planted");
    private static int performed;

    /// Does all of it.
    public String perform(Secret secret) {
        performed++;
        try {
            LOG.info(secret.reveal());
            return new Verifications().hashCode() + " " + Instant.now() + " " + performed;
        } catch (Refused refused) {
            return "refused";
        } catch (RuntimeException fault) {
            return "fault";
        }
    }
}

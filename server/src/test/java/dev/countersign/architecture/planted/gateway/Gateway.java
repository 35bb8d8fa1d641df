package dev.countersign.architecture.planted.gateway;

import dev.countersign.architecture.planted.refusal.Refused;

/// The one class that may catch refusals and everything else.
public final class Gateway {
    /// Catches.
    public String innocent(Runnable work) {
        try {
            work.run();
            return "done";
        } catch (Refused refused) {
            return "refused";
        } catch (RuntimeException fault) {
            return "fault";
        }
    }
}

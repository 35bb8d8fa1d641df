package dev.countersign.server.journal;

import dev.countersign.gateway.Outcome;
import dev.countersign.gateway.Outcome.Called;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.value.RequestId;
import java.time.Duration;
import java.time.Instant;

/// One request, as the journal keeps it.
///
/// @param id the request id
/// @param came how it came
/// @param took from its arrival at the gateway to its answer
/// @param outcome what became of it, veiled
public record Entry(RequestId id, Came came, Duration took, Outcome outcome) {
    private static final int FRAME_BYTES = 400;
    private static final int BYTES_A_CHARACTER = 2;

    /// How a request came.
    ///
    /// @param at when
    /// @param method the HTTP method
    /// @param source the address of the peer
    public record Came(Instant at, String method, String source) {}

    /// About how much memory it holds, in bytes; never too little for what can be long.
    int weight() {
        Called called = outcome.called();
        int characters = called.action().length()
                + called.version().length()
                + called.keyId().length()
                + outcome.code().length()
                + outcome.refused()
                        .map(one -> one.why().length() + one.about().length())
                        .orElse(0)
                + outcome.signed().map(Entry::length).orElse(0);
        return FRAME_BYTES + BYTES_A_CHARACTER * characters;
    }

    private static int length(CallRefusal.Basis basis) {
        return basis.canonicalRequest().length() + basis.stringToSign().length();
    }
}

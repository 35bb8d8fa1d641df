package dev.countersign.server.cli;

import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.signing.Outgoing.Moment;
import dev.countersign.value.Bytes;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The server that a command talks to.
final class Endpoint {
    private static final int NONCE_BYTES = 16;

    private Endpoint() {}

    /// The address, without a slash at its end.
    ///
    /// @throws CommandFailed when it is no address of a server
    static URI of(URI typed) {
        boolean web = "http".equals(typed.getScheme()) || "https".equals(typed.getScheme());
        boolean bare = typed.getRawPath() == null || typed.getRawPath().matches("/?");
        if (!web || typed.getHost() == null || !bare || typed.getRawQuery() != null) {
            throw new CommandFailed("--endpoint must be an address such as http://127.0.0.1:7300");
        }
        return URI.create(typed.getScheme() + "://" + typed.getRawAuthority());
    }

    /// What to say when nobody answers.
    static String silent(URI server) {
        return "nobody answers at " + server + ". Is it running? Start one with: countersign dev";
    }

    /// What makes a call this one. One of the clouds wants a number as nonce.
    static Moment now(Scheme scheme) {
        SecureRandom random = new SecureRandom();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new Moment(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                switch (scheme) {
                    case TC3, TENCENT_V1_SHA1, TENCENT_V1_SHA256 ->
                        Integer.toString(random.nextInt(1, Integer.MAX_VALUE));
                    case ACS3, ALIBABA_V1, BEARER -> Bytes.of(nonce).toHex();
                });
    }
}

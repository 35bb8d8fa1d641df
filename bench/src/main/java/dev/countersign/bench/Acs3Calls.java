package dev.countersign.bench;

import dev.countersign.value.Bytes;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Calls of the Alibaba wire, signed with ACS3-HMAC-SHA256 as the root of tenant `dev`. A nonce serves once, so that a
/// load run needs a signature for each call: they are worked out before, and a script for wrk takes one line each.
public final class Acs3Calls {
    private static final String KEY = "AKIDdev0000000000000000000000000root";
    private static final String SECRET = "dev-root-secret-0000000000000001";
    private static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String NAMES =
            "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version";

    private Acs3Calls() {}

    /// What is called.
    ///
    /// @param query sorted by name, and strictly encoded
    private record Target(String host, String action, String version, String query) {}

    /// Makes a call, or a script of many.
    ///
    /// @param arguments `call HOST ACTION VERSION QUERY` prints the answer; `script HOST ACTION VERSION QUERY COUNT
    ///     FILE SECONDS` writes a script whose calls were signed so many seconds ago, and what it reads beside it
    public static void main(String... arguments) throws IOException, InterruptedException {
        List<String> given = List.of(arguments);
        Target target = new Target(given.get(1), given.get(2), given.get(3), given.get(4));
        Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
        switch (given.getFirst()) {
            case "call" -> System.out.print(answer(target, now));
            case "script" ->
                script(
                        target,
                        now.minusSeconds(Long.parseLong(given.get(7))),
                        Integer.parseInt(given.get(5)),
                        Path.of(given.get(6)));
            default -> throw new IllegalArgumentException("call or script");
        }
    }

    private static String answer(Target target, Instant now) throws IOException, InterruptedException {
        String nonce = "call-" + InstantSource.system().millis();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + target.host() + "/?" + target.query()))
                .version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("x-acs-action", target.action())
                .header("x-acs-version", target.version())
                .header("x-acs-date", now.toString())
                .header("x-acs-content-sha256", OF_NOTHING)
                .header("x-acs-signature-nonce", nonce)
                .header("Authorization", authorization(signature(target, now, nonce)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /// Each line beside the script is a nonce and its signature. When all were used, they are used again: a server that
    /// looks at them refuses, and the yardstick does not.
    private static void script(Target target, Instant now, int count, Path file) throws IOException {
        Path lines = file.resolveSibling(file.getFileName() + ".calls");
        String run = Long.toHexString(InstantSource.system().millis());
        try (BufferedWriter out = Files.newBufferedWriter(lines)) {
            for (int i = 0; i < count; i++) {
                String nonce = "%s%020x".formatted(run, i);
                out.append(nonce).append(' ').append(signature(target, now, nonce));
                out.newLine();
            }
        }
        Files.writeString(file, """
                local calls = io.open("%s")
                function request()
                  local line = calls:read("*l")
                  if not line then
                    calls:seek("set")
                    line = calls:read("*l")
                  end
                  local at = string.find(line, " ", 1, true)
                  return "POST /?%s HTTP/1.1\\r\\nHost: %s\\r\\nContent-Length: 0\\r\\nx-acs-action: %s\\r\\n" ..
                    "x-acs-version: %s\\r\\nx-acs-date: %s\\r\\nx-acs-content-sha256: %s\\r\\nx-acs-signature-nonce: " ..
                    string.sub(line, 1, at - 1) .. "\\r\\nAuthorization: %s" .. string.sub(line, at + 1) .. "\\r\\n\\r\\n"
                end
                """.formatted(
                        lines.toAbsolutePath(),
                        target.query(),
                        target.host(),
                        target.action(),
                        target.version(),
                        now,
                        OF_NOTHING,
                        authorization("")));
    }

    private static String authorization(String signature) {
        return "ACS3-HMAC-SHA256 Credential=" + KEY + ",SignedHeaders=" + NAMES + ",Signature=" + signature;
    }

    private static String signature(Target target, Instant now, String nonce) {
        String canonical = "POST\n/\n" + target.query() + "\nhost:" + target.host() + "\nx-acs-action:"
                + target.action()
                + "\nx-acs-content-sha256:" + OF_NOTHING + "\nx-acs-date:" + now + "\nx-acs-signature-nonce:" + nonce
                + "\nx-acs-version:" + target.version() + "\n\n" + NAMES + "\n" + OF_NOTHING;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Bytes.utf8(canonical).toArray());
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Bytes.utf8(SECRET).toArray(), "HmacSHA256"));
            String toSign = "ACS3-HMAC-SHA256\n" + HexFormat.of().formatHex(hash);
            return HexFormat.of().formatHex(mac.doFinal(Bytes.utf8(toSign).toArray()));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}

package dev.countersign.bench;

import dev.countersign.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Writes a script for wrk that sends calls signed with TC3-HMAC-SHA256. A signature holds for 300 seconds, so
/// a run may last that long. With an unsigned payload one signature serves for bodies that differ.
public final class WrkScript {
    private static final Key ROOT = new Key("AKIDdev0000000000000000000000000root", "dev-root-secret-0000000000000001");
    private static final Key ALICE =
            new Key("AKIDdev000000000000000000000000alice", "dev-alice-secret-000000000000011");
    private static final String REGISTRATION = "2022-09-28";
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);

    private WrkScript() {}

    /// An access key of the dev world.
    private record Key(String id, String secret) {
        /// The root may everything; for alice, policies are looked at.
        static Key of(String name) {
            return switch (name) {
                case "root" -> ROOT;
                case "alice" -> ALICE;
                default -> throw new IllegalArgumentException("root or alice");
            };
        }
    }

    /// What is called, in which version, and by whom.
    private record Target(String host, String action, String version, Key key) {}

    /// Writes the script.
    ///
    /// @param arguments `read HOST ACTION VERSION root|alice BODY FILE` for one call over and over, or
    ///     `send HOST FIRST FILE` for SendVerifyCode, each to a number of its own from FIRST on
    public static void main(String... arguments) throws IOException {
        List<String> given = List.of(arguments);
        Instant now = InstantSource.system().instant();
        String script = switch (given.getFirst()) {
            case "read" ->
                read(new Target(given.get(1), given.get(2), given.get(3), Key.of(given.get(4))), given.get(5), now);
            case "send" -> send(given.get(1), given.get(2), now);
            default -> throw new IllegalArgumentException("read or send");
        };
        Files.writeString(Path.of(given.getLast()), script);
    }

    private static String read(Target target, String body, Instant now) {
        return headers(target, hex(sha256(body)), false, now) + "wrk.body = [[" + body + "]]\n";
    }

    private static String send(String host, String first, Instant now) {
        return headers(new Target(host, "SendVerifyCode", REGISTRATION, ROOT), hex(sha256(UNSIGNED)), true, now)
                + """
                local threads = 0
                function setup(thread)
                  thread:set("id", threads)
                  threads = threads + 1
                end
                function init(args)
                  next_number = %s + id * 20000000
                end
                function request()
                  next_number = next_number + 1
                  return wrk.format(nil, nil, nil, '{"CountryCode":"852","PhoneNum":"' .. string.format("%%d", next_number) .. '"}')
                end
                function response(status, headers, body)
                  if string.find(body, '"Error"', 1, true) then wrk.thread:set("refused", 1) refused_count = (refused_count or 0) + 1
                    if refused_count < 3 then io.stderr:write(body .. "\\n") end
                  end
                end
                """.formatted(first);
    }

    private static String headers(Target target, String payloadHash, boolean unsigned, Instant now) {
        String timestamp = Long.toString(now.getEpochSecond());
        String scope = DATE.format(now) + "/intlpartnersmgt/tc3_request";
        String canonical = "POST\n/\n\ncontent-type:application/json\nhost:" + target.host() + "\n\ncontent-type;host\n"
                + payloadHash;
        String toSign = "TC3-HMAC-SHA256\n" + timestamp + "\n" + scope + "\n" + hex(sha256(canonical));
        byte[] day = hmac(Bytes.utf8("TC3" + target.key().secret()).toArray(), DATE.format(now));
        byte[] signing = hmac(hmac(day, "intlpartnersmgt"), "tc3_request");
        String authorization = "TC3-HMAC-SHA256 Credential=" + target.key().id() + "/" + scope
                + ", SignedHeaders=content-type;host, Signature=" + hex(hmac(signing, toSign));
        return """
                wrk.method = "POST"
                wrk.headers["Host"] = "%s"
                wrk.headers["Content-Type"] = "application/json"
                wrk.headers["X-TC-Action"] = "%s"
                wrk.headers["X-TC-Version"] = "%s"
                wrk.headers["X-TC-Timestamp"] = "%s"
                wrk.headers["Authorization"] = "%s"
                """.formatted(target.host(), target.action(), target.version(), timestamp, authorization)
                + (unsigned ? "wrk.headers[\"X-TC-Content-SHA256\"] = \"" + UNSIGNED + "\"\n" : "");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Bytes.utf8(text).toArray());
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(Bytes.utf8(text).toArray());
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static String hex(byte[] bytes) {
        return Bytes.of(bytes).toHex();
    }
}

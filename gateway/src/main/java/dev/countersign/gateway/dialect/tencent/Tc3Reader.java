package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.codec.Flat;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Hashes;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import java.time.Instant;
import java.util.Optional;

/// Reads calls in signature version 3: common parameters in headers, the others in the query of a GET or the
/// JSON body of a POST.
final class Tc3Reader {
    private static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";
    private static final String PAYLOAD_HASH = "X-TC-Content-SHA256";

    private final TencentOptions options;
    private final SigningKeys keys = new SigningKeys();

    Tc3Reader(TencentOptions options) {
        this.options = options;
    }

    /// @param method in upper case
    /// @throws Refused with a [CallRefusal]: of size, then of form, then of common parameters
    Call read(String method, Request request) {
        boolean get = method.equals("GET");
        Value.Fields parameters = get ? query(request) : body(request);
        Headers headers = request.headers();
        String action = required(headers, "X-TC-Action");
        String version = required(headers, "X-TC-Version");
        String timestamp = required(headers, "X-TC-Timestamp");
        String authorization = required(headers, "Authorization");
        Instant signedAt = CommonParameters.timestamp("X-TC-Timestamp", timestamp);
        CommonParameters.requireLanguage("X-TC-Language", headers.first("x-tc-language"));
        String payloadHash = payloadHash(headers, get ? Bytes.none() : request.body());
        String service;
        Claim claim;
        if (Recognition.isSkip(authorization)) {
            service = Hosts.firstLabel(headers.first("host").orElse(""));
            claim = new Claim.Unsigned(signedAt, CommonParameters.WINDOW);
        } else {
            Authorization parsed = Authorization.parse(authorization);
            service = parsed.service();
            claim = new Claim.Signed(
                    parsed.keyId(),
                    signedAt,
                    CommonParameters.WINDOW,
                    present(headers, "x-tc-token"),
                    new Tc3Signature(
                            new Tc3Signature.Signed(
                                    method, get ? request.query() : "", headers, payloadHash, timestamp),
                            parsed,
                            keys,
                            options.echo()));
        }
        return new Call(
                new Call.Target(TencentDialect.NAME, action, version, service),
                claim,
                parameters,
                CommonParameters.NAMES,
                request.source(),
                Recognition.manner(request),
                Optional.empty());
    }

    private static Value.Fields query(Request request) {
        Sizes.requireQuery(request);
        return Flat.tree(Form.read(request.query()));
    }

    private static Value.Fields body(Request request) {
        Sizes.requireJson(request);
        String contentType = Recognition.contentType(request);
        if (!contentType.equals(Recognition.JSON)) {
            throw new Refused(new CallRefusal.Malformed(Malformation.CONTENT_TYPE, contentType));
        }
        if (Json.read(request.body(), Recognition.JSON) instanceof Value.Fields fields) {
            return fields;
        }
        throw new Refused(new CallRefusal.Malformed(Malformation.NOT_JSON, Recognition.JSON));
    }

    /// The hash that stands for the payload in the canonical request. An unsigned payload is the hash of the
    /// word.
    private String payloadHash(Headers headers, Bytes payload) {
        Optional<String> announced = present(headers, PAYLOAD_HASH);
        if (options.unsignedPayload()
                && announced.filter(UNSIGNED_PAYLOAD::equals).isPresent()) {
            return Hashes.sha256(Bytes.utf8(UNSIGNED_PAYLOAD));
        }
        String actual = payload.length() == 0 ? Hashes.OF_NOTHING : Hashes.sha256(payload);
        announced.filter(hash -> !hash.equalsIgnoreCase(actual)).ifPresent(hash -> {
            throw new Refused(new CallRefusal.CommonInvalid(PAYLOAD_HASH, hash));
        });
        return actual;
    }

    private static String required(Headers headers, String name) {
        return present(headers, name).orElseThrow(() -> new Refused(new CallRefusal.CommonMissing(name, true)));
    }

    private static Optional<String> present(Headers headers, String name) {
        return headers.first(name).map(String::strip).filter(value -> !value.isEmpty());
    }
}

package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.util.Optional;

/// Reads calls of both versions. What is wrong with their credentials is said only once the action is known, as this
/// wire has it.
final class AlibabaReader {
    private final Acs3Reader acs3;
    private final RpcReader rpc;
    private final BearerReader bearer;

    AlibabaReader(AlibabaOptions options) {
        this.acs3 = new Acs3Reader(options);
        this.rpc = new RpcReader(options);
        this.bearer = new BearerReader(options);
    }

    /// @param method in upper case
    /// @throws Refused with a [CallRefusal]: of size, then of form, then of action and version
    Call read(String method, Request request) {
        Sent sent = Sent.read(request);
        Value.Fields parameters = sent.tree();
        boolean isRpc = Recognition.isRpc(request);
        String action = named(request, sent, isRpc, "Action", "x-acs-action");
        String version = named(request, sent, isRpc, "Version", "x-acs-version");
        return new Call(
                new Call.Target(AlibabaDialect.NAME, action, version, ""),
                claim(method, request, sent, isRpc),
                parameters,
                // This wire ignores what an action doesn't know: SDKs add `OwnerId`, `RegionId` and others to any call.
                parameters.fields().keySet(),
                request.source(),
                Recognition.manner(request),
                Optional.empty());
    }

    /// The parameter wins over the header, which some clients send in the casing of their user. Version 1 does not
    /// sign headers and has no other.
    private static String named(Request request, Sent sent, boolean isRpc, String parameter, String header) {
        return sent.given(parameter)
                .or(() -> isRpc ? Optional.empty() : Acs3Reader.present(request.headers(), header))
                .orElseThrow(() -> new Refused(new CallRefusal.CommonMissing(parameter, !isRpc)));
    }

    private Claim claim(String method, Request request, Sent sent, boolean isRpc) {
        try {
            sent.given("Format").filter(word -> !isFormat(word)).ifPresent(word -> {
                throw new Refused(new CallRefusal.CommonInvalid("Format", word));
            });
            if (Recognition.isBearer(request)) {
                return bearer.read(request, sent);
            }
            return isRpc ? rpc.read(method, sent) : acs3.read(method, request, sent);
        } catch (Refused later) {
            if (later.refusal() instanceof CallRefusal why) {
                return new Claim.Unusable(why);
            }
            throw later;
        }
    }

    private static boolean isFormat(String word) {
        return word.equalsIgnoreCase("JSON") || word.equalsIgnoreCase("XML");
    }
}

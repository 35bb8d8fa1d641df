package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.dialect.Naming;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refusal;
import dev.countersign.refusal.Refused;
import dev.countersign.value.RequestId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Alibaba Cloud's RPC style: signature versions 1 and 3, GET and POST, answers in JSON or XML. Its texts are
/// in English.
public final class AlibabaDialect implements Dialect {
    /// Its name.
    public static final String NAME = "alibaba";

    private final Predicate<Request> spokenElsewhere;
    private final AlibabaReader reader;
    private final AlibabaErrors errors;

    /// @param options what the installation decides about this wire
    /// @param spokenElsewhere what another wire on the same port claims: a request that bears the signs of
    ///     two is that one's
    public AlibabaDialect(AlibabaOptions options, Predicate<Request> spokenElsewhere) {
        this.spokenElsewhere = spokenElsewhere;
        this.reader = new AlibabaReader(options);
        this.errors = new AlibabaErrors(options);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean speaks(Request request) {
        return Recognition.speaks(request) && !spokenElsewhere.test(request);
    }

    @Override
    public Call read(Request request) {
        String method = request.method().toUpperCase(Locale.ROOT);
        if (!method.equals("GET") && !method.equals("POST")) {
            throw new Refused(new CallRefusal.MethodUnsupported(request.method()));
        }
        return reader.read(method, request);
    }

    @Override
    public Manner manner(Request request) {
        return Recognition.manner(request);
    }

    @Override
    public Naming naming() {
        return Naming.PASCAL;
    }

    /// Calls a second are a matter of the whole account here.
    @Override
    public Counting counting() {
        return Counting.ACCOUNT;
    }

    @Override
    public Response answer(RequestId id, Success success, Manner manner) {
        return Answers.success(id, success, Shape.of(manner));
    }

    @Override
    public Response refuse(RequestId id, ErrorCode code, Manner manner) {
        return Answers.error(id, code, manner);
    }

    /// Some products answer a refusal with status 200: then it has the form of the action's answer.
    @Override
    public Response refuse(RequestId id, ErrorCode code, Manner manner, String action) {
        return code.status() == 200
                ? Answers.verdict(id, action, code, Shape.of(manner))
                : Answers.error(id, code, manner);
    }

    @Override
    public ErrorCode common(CallRefusal refusal, RequestId id, Manner manner) {
        return errors.common(refusal, Shape.of(manner));
    }

    @Override
    public Optional<ErrorCode> named(String code, RequestId id, Manner manner) {
        return GatewayCode.named(code).map(GatewayCode::plain);
    }

    @Override
    public List<ErrorCode> commonCodes(Manner manner) {
        return GatewayCode.all().stream().map(GatewayCode::plain).toList();
    }

    @Override
    public ErrorCode internal(Manner manner) {
        return GatewayCode.INTERNAL_ERROR.plain();
    }

    /// This wire has no room for facts beside code and message.
    @Override
    public ErrorCode detailed(ErrorCode code, Refusal refusal) {
        return code;
    }

    /// Only in English.
    @Override
    public String wording(String code, String english, Manner manner) {
        return english;
    }
}

package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.dialect.Naming;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refusal;
import dev.countersign.refusal.Refused;
import dev.countersign.value.RequestId;
import dev.countersign.value.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tencent Cloud API 3.0: signature versions 1 and 3, GET and POST, answers always with status 200.
public final class TencentDialect implements Dialect {
    static final String NAME = "tencent";

    private final Tc3Reader tc3;
    private final LegacyReader legacy;
    private final Texts texts;
    private final TencentErrors errors;

    /// @param options what the installation decides about this wire
    public TencentDialect(TencentOptions options) {
        this.tc3 = new Tc3Reader(options);
        this.legacy = new LegacyReader(options);
        this.texts = Texts.load();
        this.errors = new TencentErrors(texts);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean speaks(Request request) {
        return Recognition.speaks(request);
    }

    @Override
    public Call read(Request request) {
        String method = request.method().toUpperCase(Locale.ROOT);
        if (!method.equals("GET") && !method.equals("POST")) {
            throw new Refused(new CallRefusal.MethodUnsupported(request.method()));
        }
        return Recognition.isLegacy(request) ? legacy.read(method, request) : tc3.read(method, request);
    }

    /// Explains the signature of a request, whether it fits or not.
    ///
    /// @throws Refused as [#read] does, and with [CallRefusal.NotAuthentic] when the request says that it has
    ///     none
    public Explanation explain(Request request, Secret secret) {
        if (read(request).claim() instanceof Claim.Signed signed && signed.signature() instanceof Explained explained) {
            return explained.explain(secret);
        }
        throw new Refused(new CallRefusal.NotAuthentic(Optional.empty()));
    }

    @Override
    public Manner manner(Request request) {
        return Recognition.manner(request);
    }

    @Override
    public Naming naming() {
        return Naming.PASCAL;
    }

    @Override
    public Counting counting() {
        return Counting.PRINCIPAL;
    }

    @Override
    public Response answer(RequestId id, Success success, Manner manner) {
        return Answers.success(id, success.response());
    }

    @Override
    public Response refuse(RequestId id, ErrorCode code, Manner manner) {
        return Answers.error(id, code);
    }

    @Override
    public ErrorCode common(CallRefusal refusal, RequestId id, Manner manner) {
        return errors.common(refusal, id, manner);
    }

    @Override
    public Optional<ErrorCode> named(String code, RequestId id, Manner manner) {
        return errors.named(code, manner);
    }

    @Override
    public List<ErrorCode> commonCodes(Manner manner) {
        return texts.keys(manner).stream()
                .filter(texts::isCommon)
                .flatMap(code -> errors.named(code, manner).stream())
                .toList();
    }

    @Override
    public ErrorCode internal(Manner manner) {
        return errors.named("InternalError", manner).orElseThrow();
    }

    /// This wire has no room for facts beside code and message.
    @Override
    public ErrorCode detailed(ErrorCode code, Refusal refusal) {
        return code;
    }

    @Override
    public String wording(String code, String english, Manner manner) {
        return manner.chinese() ? texts.chinese(code).orElse(english) : english;
    }
}

package dev.countersign.product.alibaba.dypnsapi.v20170525;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import dev.countersign.verification.Code;
import dev.countersign.verification.CodeShape;
import dev.countersign.verification.Terms;
import java.util.regex.Pattern;

/// What a template is filled with: a JSON object, in one string.
///
/// @param members its members
record TemplateParam(Value.Fields members) {
    private static final String NAME = "TemplateParam";
    private static final Value DRAWN = Value.text("##code##");
    private static final Pattern CHOSEN = Pattern.compile("[0-9A-Za-z]{1,32}");

    /// Reads one.
    ///
    /// @throws Refused with a [CallRefusal] when it is no JSON object
    static TemplateParam read(String text) {
        if (Json.read(Bytes.utf8(text), NAME) instanceof Value.Fields members) {
            return new TemplateParam(members);
        }
        throw invalid();
    }

    /// A fresh code where any member is `##code##`; else what the member `code` says, as it stands.
    ///
    /// @param shape of a fresh code
    /// @throws Refused with [CallRefusal.ParameterInvalid] when neither is there, or `code` is anything but 1
    ///     to 32 letters and digits: no text of the caller's travels as a code
    Terms.Content content(CodeShape shape) {
        if (members.fields().containsValue(DRAWN)) {
            return new Terms.Content.Drawn(shape);
        }
        String chosen = switch (members.fields().get("code")) {
            case Value.Text text -> text.text();
            case Value.Number number -> number.literal();
            case null, default -> "";
        };
        if (!CHOSEN.matcher(chosen).matches()) {
            throw invalid();
        }
        return new Terms.Content.Chosen(Code.of(chosen));
    }

    private static Refused invalid() {
        return new Refused(new CallRefusal.ParameterInvalid(NAME));
    }
}

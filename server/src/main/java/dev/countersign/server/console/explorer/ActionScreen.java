package dev.countersign.server.console.explorer;

import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.signing.Outgoing.Moment;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.server.console.sample.Sample;
import java.util.List;
import java.util.Optional;

/// One action: what it takes and answers, the form, and what became of the call.
///
/// @param entry the action
/// @param form what can be filled
/// @param made what was made of it
/// @param answers the members of its answer
/// @param codes its own codes
/// @param common the codes of every call on its wire
/// @param link opens the same call again
public record ActionScreen(
        Entry entry,
        Form form,
        Made made,
        List<Answers> answers,
        List<Meaning> codes,
        List<Meaning> common,
        String link) {
    /// Copies the lists.
    public ActionScreen {
        answers = List.copyOf(answers);
        codes = List.copyOf(codes);
        common = List.copyOf(common);
    }

    /// What can be filled.
    ///
    /// @param fields the parameters
    /// @param keys who can be called as
    /// @param key who is chosen
    /// @param schemes how it can be signed
    /// @param scheme how it is
    /// @param method the HTTP method
    /// @param at the time as typed
    /// @param nonce as typed
    /// @param wrongAt what is wrong with the time; empty for nothing
    /// @param wrongNonce what is wrong with the nonce; empty for nothing
    public record Form(
            List<Field> fields,
            List<CallerKey> keys,
            String key,
            List<Scheme> schemes,
            Scheme scheme,
            String method,
            String at,
            String nonce,
            String wrongAt,
            String wrongNonce) {
        /// Whether a parameter may be left out.
        public boolean hasOptional() {
            return fields.stream().anyMatch(field -> !field.row().required());
        }
    }

    /// What was made of the form.
    ///
    /// @param called whether a call was asked for
    /// @param moment what the signature holds
    /// @param signed the signed call; empty when the form has something wrong
    /// @param answered what the wire said; empty when no call was made, or no answer came
    /// @param meaning what its code means
    /// @param samples the same call in code
    public record Made(
            boolean called,
            Moment moment,
            Optional<Signed> signed,
            Optional<Answered> answered,
            Optional<Meaning> meaning,
            List<Sample> samples) {}

    /// A member of the answer.
    public record Answers(String path, String type, String doc, boolean optional) {}

    /// The signed request as it goes over the wire; empty when the form has something wrong.
    public String request() {
        StringBuilder text = new StringBuilder();
        made.signed().ifPresent(call -> {
            text.append(call.method()).append(' ').append(call.target()).append(" HTTP/1.1\n");
            call.headers()
                    .forEach(header -> text.append(header.getKey())
                            .append(": ")
                            .append(header.getValue())
                            .append('\n'));
            text.append('\n').append(call.body().toUtf8());
        });
        return text.toString();
    }

    /// The variables that code reads the chosen key from, for a shell.
    public String variables() {
        SigningKey key = form.keys().stream()
                .filter(one -> one.name().equals(form.key()))
                .map(CallerKey::key)
                .findFirst()
                .orElseThrow();
        String secret = key.secret().reveal();
        return switch (form.scheme()) {
            case TC3, TENCENT_V1_SHA1, TENCENT_V1_SHA256 ->
                "export TENCENTCLOUD_SECRET_ID='" + key.id() + "'\nexport TENCENTCLOUD_SECRET_KEY='" + secret + "'";
            case ACS3, ALIBABA_V1 ->
                "export ALIBABA_CLOUD_ACCESS_KEY_ID='" + key.id() + "'\nexport ALIBABA_CLOUD_ACCESS_KEY_SECRET='"
                        + secret + "'";
            case BEARER -> "export COUNTERSIGN_KEY='" + secret + "'";
        };
    }

    /// Which part is to be seen first.
    public String open() {
        return made.called() ? "answer" : "";
    }
}

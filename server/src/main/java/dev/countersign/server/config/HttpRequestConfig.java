package dev.countersign.server.config;

import dev.countersign.delivery.http.Credentials;
import dev.countersign.delivery.http.HttpCarrierSettings.Body;
import dev.countersign.delivery.http.HttpCarrierSettings.Sent;
import dev.countersign.value.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What is sent to a provider that is described in the configuration.
///
/// @param url where to
/// @param method the method of HTTP
/// @param headers further headers
/// @param auth how the provider knows us
/// @param authUser the user's name
/// @param authHeader the header
/// @param authSecret what must not be seen
/// @param bodyKind what the body is
/// @param body the body
@Area(value = "", doc = "What is sent.") public record HttpRequestConfig(
        @Key(doc = "Where to.", example = "https://api.example.com/v1/messages", required = true)
        String url,

        @Key(doc = "`POST`, `PUT` or `GET`.", example = "POST")
        String method,

        @Key(doc = "Further headers, without secrets.", example = "{Idempotency-Key: \"{id}\"}")
        Map<String, String> headers,

        @Key(
                doc =
                        "How the provider knows us: not at all, by name and password, by a token, or by a header of its own.",
                example = "header")
        Auth auth,

        @Key(doc = "The name, for `basic`.", example = "acme")
        Optional<String> authUser,

        @Key(doc = "The header's name, for `header`.", example = "X-Api-Key")
        Optional<String> authHeader,

        @Key(doc = "Where the password, token or header's value is.", example = "env:EXAMPLE_API_KEY")
        Optional<SecretReference> authSecret,

        @Key(doc = "What the body is. A `GET` has none.", example = "json")
        BodyKind bodyKind,

        @Key(
                doc = "The body: a JSON document, or `name=value` joined by `&`.",
                example = "'{\"to\": \"{to-plus}\", \"text\": \"{text}\", \"template\": \"{template}\"}'")
        Optional<String> body) {
    /// How the provider knows us.
    public enum Auth {
        /// Not at all, or by something in the address.
        NONE,
        /// By a name and a password.
        BASIC,
        /// By a token.
        BEARER,
        /// By a header of its own.
        HEADER
    }

    /// What a body is.
    public enum BodyKind {
        /// A JSON document.
        JSON,
        /// A form.
        FORM
    }

    /// The defaults. The address has none: what stands here for it is never used.
    public static HttpRequestConfig standard() {
        return new HttpRequestConfig(
                "https://provider.invalid",
                "POST",
                Map.of(),
                Auth.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BodyKind.JSON,
                Optional.empty());
    }

    /// The request.
    ///
    /// @throws IllegalArgumentException when it can't be one
    Sent sent(Function<SecretReference, Secret> secrets) {
        Body written = body.map(template -> switch (bodyKind) {
                    case JSON -> (Body) new Body.Json(template);
                    case FORM -> (Body) new Body.Form(template);
                })
                .orElseGet(Body.None::new);
        return new Sent(method, url, headers, credentials(secrets), written);
    }

    private Credentials credentials(Function<SecretReference, Secret> secrets) {
        return switch (auth) {
            case NONE -> new Credentials.None();
            case BASIC -> new Credentials.Basic(needed(authUser, "auth-user"), secret(secrets));
            case BEARER -> new Credentials.Bearer(secret(secrets));
            case HEADER -> new Credentials.Header(needed(authHeader, "auth-header"), secret(secrets));
        };
    }

    private Secret secret(Function<SecretReference, Secret> secrets) {
        return secrets.apply(needed(authSecret, "auth-secret"));
    }

    private <T> T needed(Optional<T> value, String key) {
        return value.orElseThrow(() -> new IllegalArgumentException(
                key + " is missing: auth: " + auth.name().toLowerCase(java.util.Locale.ROOT) + " needs it"));
    }
}

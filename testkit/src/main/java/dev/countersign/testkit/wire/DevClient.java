package dev.countersign.testkit.wire;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Talks to a running dev world: signed calls of intlpartnersmgt, the dev surface, and our own API.
public final class DevClient implements AutoCloseable {
    /// The root key of tenant `dev`.
    public static final Key ROOT = new Key("AKIDdev0000000000000000000000000root", "dev-root-secret-0000000000000001");
    /// The key of user `alice`, who may do everything.
    public static final Key ALICE = new Key("AKIDdev000000000000000000000000alice", "dev-alice-secret-000000000000011");
    /// The key of user `bob`, who may do nothing.
    public static final Key BOB = new Key("AKIDdev00000000000000000000000000bob", "dev-bob-secret-00000000000000012");
    /// The root key of tenant `other`.
    public static final Key OTHER = new Key("AKIDdev000000000000000000000000other", "dev-other-secret-000000000000002");
    /// The root key of tenant `bare`, which has subscribed to nothing.
    public static final Key BARE = new Key("AKIDdev0000000000000000000000000bare", "dev-bare-secret-0000000000000003");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> lastRead = new ConcurrentHashMap<>();
    private final String host;

    /// @param port where the server listens on 127.0.0.1
    public DevClient(int port) {
        this.host = "127.0.0.1:" + port;
    }

    /// An access key.
    ///
    /// @param token what must come with it when it is a temporary one; empty for none
    public record Key(String id, String secret, String token) {
        /// A permanent one.
        public Key(String id, String secret) {
            this(id, secret, "");
        }
    }

    /// What a signed call came to.
    ///
    /// @param code `ok`, or the error code
    /// @param message the error's message; empty for a success
    /// @param fields the members of `Response`
    public record Outcome(String code, String message, Map<String, Value> fields) {
        /// A member that is a text.
        public String text(String name) {
            return fields.get(name) instanceof Value.Text text ? text.text() : "";
        }
    }

    /// An HTTP answer.
    ///
    /// @param body the document, or an empty object
    public record Answer(int status, Map<String, List<String>> headers, String text, Value body) {
        /// A member of the document, as text; empty when there is none.
        public String text(String name) {
            Value value = body instanceof Value.Fields fields ? fields.fields().get(name) : null;
            return switch (value) {
                case Value.Text text -> text.text();
                case Value.Number number -> number.literal();
                case Value.Flag flag -> Boolean.toString(flag.value());
                case null, default -> "";
            };
        }
    }

    /// Calls an action as the root of tenant `dev` with text parameters.
    public Outcome call(String action, String... namesAndValues) {
        return call(ROOT, action, fields(namesAndValues));
    }

    /// Calls an action.
    public Outcome call(Key key, String action, Value.Fields parameters) {
        return call(key, action, Json.write(parameters).toUtf8());
    }

    /// Calls an action with a body as it stands.
    public Outcome call(Key key, String action, String body) {
        return signed(key, action, "2022-09-28", Instant.now(), body);
    }

    /// Calls an action of cam with a body as it stands.
    public Outcome cam(Key key, String action, String body) {
        return signed(key, action, "2019-01-16", Instant.now(), body);
    }

    /// Calls an action of some version at some time.
    public Outcome signed(Key key, String action, String version, Instant at, String body) {
        String authorization =
                Tc3.authorization(key.id(), key.secret(), at, "application/json", host, Bytes.utf8(body));
        List<String> headers = new ArrayList<>(List.of(
                "X-TC-Action",
                action,
                "X-TC-Version",
                version,
                "X-TC-Timestamp",
                Long.toString(at.getEpochSecond()),
                "Authorization",
                authorization));
        if (!key.token().isEmpty()) {
            headers.addAll(List.of("X-TC-Token", key.token()));
        }
        return outcome(send("POST", "/", body, headers.toArray(String[]::new)));
    }

    /// Calls an action of sts.
    public Outcome sts(Key key, String action, String body) {
        return signed(key, action, "2018-08-13", Instant.now(), body);
    }

    /// Calls an action of cams with text parameters.
    public Answer cams(Key key, String action, String... namesAndValues) {
        return acs(key, action, "2020-06-06", Instant.now(), namesAndValues);
    }

    /// Calls an action of the Alibaba wire with text parameters, at some time.
    public Answer acs(Key key, String action, String version, Instant at, String... namesAndValues) {
        String query = Acs3.query(namesAndValues);
        List<String> headers =
                Acs3.headers(key, action, version, query, UUID.randomUUID().toString(), at);
        return send("POST", "/?" + query, "", headers.toArray(String[]::new));
    }

    /// The temporary key in an answer of sts.
    public static Key temporary(Outcome answer) {
        if (answer.fields().get("Credentials") instanceof Value.Fields credentials) {
            return new Key(
                    text(credentials, "TmpSecretId"), text(credentials, "TmpSecretKey"), text(credentials, "Token"));
        }
        throw new IllegalStateException("no credentials: " + answer);
    }

    /// The time of the dev world's clock.
    public Instant now() {
        return Instant.parse(send("GET", "/dev/clock", "").text("now"));
    }

    /// Reads an answer of the Tencent wire.
    public static Outcome outcome(Answer answer) {
        if (answer.status() != 200
                || !(answer.body() instanceof Value.Fields document)
                || !(document.fields().get("Response") instanceof Value.Fields response)) {
            throw new IllegalStateException("not an answer of this wire: " + answer.status() + " " + answer.text());
        }
        if (response.fields().get("Error") instanceof Value.Fields error) {
            return new Outcome(text(error, "Code"), text(error, "Message"), response.fields());
        }
        return new Outcome("ok", "", response.fields());
    }

    private static String text(Value.Fields fields, String name) {
        if (fields.fields().get(name) instanceof Value.Text text) {
            return text.text();
        }
        throw new IllegalStateException("no text is called " + name);
    }

    /// Fields of text values.
    public static Value.Fields fields(String... namesAndValues) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], Value.text(namesAndValues[i + 1]));
        }
        return new Value.Fields(fields);
    }

    /// The code of the next message to a number or address: one that came after those that this method gave
    /// before, waiting for it.
    public String nextCode(String to) {
        String last = lastRead.getOrDefault(to, "");
        Answer answer = send("GET", "/dev/messages?wait=20s&to=" + to + (last.isEmpty() ? "" : "&after=" + last), "");
        if (answer.body() instanceof Value.Items items
                && !items.items().isEmpty()
                && items.items().getFirst() instanceof Value.Fields message) {
            lastRead.put(to, text(message, "id"));
            return text(message, "code");
        }
        throw new IllegalStateException("no message came: " + answer.text());
    }

    /// The newest code that was sent to a number or address, waiting for one if there is none yet.
    public String code(String to) {
        return newest(to, "code");
    }

    /// A member of the newest message to a number or address, waiting for one.
    public String newest(String to, String member) {
        Answer answer = send("GET", "/dev/messages?wait=20s&to=" + to, "");
        if (answer.body() instanceof Value.Items items
                && !items.items().isEmpty()
                && items.items().getFirst() instanceof Value.Fields message
                && message.fields().get(member) instanceof Value.Text text) {
            return text.text();
        }
        throw new IllegalStateException("no message came: " + answer.text());
    }

    /// How many messages the inbox holds for a number or address, once it holds at least so many.
    public int messages(String to) {
        Answer answer = send("GET", "/dev/messages?limit=1000&to=" + to, "");
        return ((Value.Items) answer.body()).items().size();
    }

    /// Turns the clock on.
    public void advance(String duration) {
        Answer answer = send("POST", "/dev/clock", "{\"advance\":\"" + duration + "\"}");
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.text());
        }
    }

    /// A call of our own API as tenant `dev`.
    public Answer rest(String method, String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer csk_dev_root";
        return send(method, path, body, all);
    }

    /// Any request.
    ///
    /// @param headers names and values in turns
    public Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + host + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (List.of(headers).stream().noneMatch(name -> name.equalsIgnoreCase("Content-Type"))) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Bytes content = Bytes.of(response.body());
            boolean json = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return new Answer(
                    response.statusCode(),
                    response.headers().map(),
                    content.toUtf8(),
                    json && content.length() > 0 ? Json.read(content, "answer") : Value.Fields.none());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

package dev.countersign.conformance;

import com.tencentcloudapi.common.Credential;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.Countersign;
import dev.countersign.server.config.AlibabaConfig;
import dev.countersign.value.Bytes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/// A dev world that runs in this process, on a port of its own.
final class DevServer implements AutoCloseable {
    static final Credential ROOT =
            new Credential("AKIDdev0000000000000000000000000root", "dev-root-secret-0000000000000001");
    static final Credential ALICE =
            new Credential("AKIDdev000000000000000000000000alice", "dev-alice-secret-000000000000011");
    static final Credential BOB =
            new Credential("AKIDdev00000000000000000000000000bob", "dev-bob-secret-00000000000000012");
    static final Credential OTHER =
            new Credential("AKIDdev000000000000000000000000other", "dev-other-secret-000000000000002");
    static final Credential BARE =
            new Credential("AKIDdev0000000000000000000000000bare", "dev-bare-secret-0000000000000003");

    private final Countersign server;
    private final HttpClient http = HttpClient.newHttpClient();

    private DevServer(Countersign server) {
        this.server = server;
    }

    static DevServer start(Path directory) {
        return new DevServer(
                Countersign.dev(Countersign.DevOptions.at(directory).relaxed()));
    }

    /// One that is set up in another way.
    static DevServer start(Countersign.DevOptions options) {
        return new DevServer(Countersign.dev(options));
    }

    /// One whose tenants may have so many customers.
    static DevServer start(Path directory, int customersPerPartner) {
        return new DevServer(Countersign.dev(
                Countersign.DevOptions.at(directory).relaxed().customersPerPartner(customersPerPartner)));
    }

    /// One whose Alibaba wire is set otherwise.
    static DevServer start(Path directory, AlibabaConfig wire) {
        return new DevServer(
                Countersign.dev(Countersign.DevOptions.at(directory).relaxed().alibaba(wire)));
    }

    int port() {
        return server.port();
    }

    /// The newest code that was sent to a number, waiting for it.
    String code(String digits) throws IOException, InterruptedException {
        Value answer = send("GET", "/dev/messages?wait=20s&to=" + digits, "");
        Value.Fields newest = (Value.Fields) ((Value.Items) answer).items().getFirst();
        if (newest.fields().get("code") instanceof Value.Text code) {
            return code.text();
        }
        throw new IllegalStateException("a message without a code");
    }

    /// Turns the clock on.
    void advance(String duration) throws IOException, InterruptedException {
        send("POST", "/dev/clock", "{\"advance\":\"" + duration + "\"}");
    }

    /// Asks our own API for a code, whatever the cloud's wire would say of it.
    void start(String verification) throws IOException, InterruptedException {
        send("DELETE", "/dev/messages", "");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/v1/verifications"))
                .POST(HttpRequest.BodyPublishers.ofString(verification))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer csk_dev_root")
                .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 201) {
            throw new IllegalStateException("no code was sent: " + status);
        }
    }

    /// Back to the fresh world.
    void reset() throws IOException, InterruptedException {
        send("POST", "/dev/reset", "{}");
    }

    /// A call of the dev surface.
    Value send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + " answered " + response.statusCode() + ": "
                    + Bytes.of(response.body()).toUtf8());
        }
        return response.body().length == 0
                ? new Value.Fields(Map.of())
                : Json.read(Bytes.of(response.body()), "answer");
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}

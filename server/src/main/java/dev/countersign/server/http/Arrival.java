package dev.countersign.server.http;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.value.Bytes;
import io.helidon.http.Header;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Reads what the engine parsed into a [Request]: every byte as it was sent, nothing decoded.
///
/// @param behindProxy whether the caller's address is the last hop of `X-Forwarded-For`
record Arrival(boolean behindProxy) {
    private static final String MARKS = "!#$%&'*+-.^_`|~";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int PIECE = 16 * 1024;

    /// A body, or why there is none.
    private record Body(Bytes bytes, boolean oversized, boolean unread) {}

    /// The headers as they were sent.
    static Headers headers(ServerRequestHeaders sent) {
        Headers.Builder headers = new Headers.Builder();
        for (Header header : sent) {
            for (String value : header.allValues()) {
                headers.add(header.headerName().lowerCase(), value.strip());
            }
        }
        return headers.build();
    }

    /// Reads the rest of the request.
    Arrived read(ServerRequest sent, Headers headers, Intake intake) {
        if (!trustworthy(headers)) {
            return new Arrived.Broken(EarlyRefusal.Reason.MALFORMED);
        }
        try {
            Body body = body(sent, headers, intake);
            return new Arrived.Whole(request(sent, headers, body), body.unread());
        } catch (CloseConnectionException gone) {
            throw gone;
        } catch (RequestException refused) {
            return refused.status().equals(Status.REQUEST_ENTITY_TOO_LARGE_413)
                    ? new Arrived.Whole(request(sent, headers, tooLarge(new byte[0])), true)
                    : new Arrived.Broken(reason(refused));
        } catch (IOException | RuntimeException broken) {
            // Truncated, or framed wrongly: the engine throws many kinds of exception while it reads.
            return new Arrived.Broken(EarlyRefusal.Reason.MALFORMED);
        }
    }

    private static EarlyRefusal.Reason reason(RequestException refused) {
        return refused.status().equals(Status.SERVICE_UNAVAILABLE_503)
                ? EarlyRefusal.Reason.BUSY
                : EarlyRefusal.Reason.MALFORMED;
    }

    /// A name that is no token, or a control character in a value, is how requests are smuggled past a proxy that
    /// reads them otherwise (RFC 9110, 5.1 and 5.5).
    private static boolean trustworthy(Headers headers) {
        for (String name : headers.names()) {
            if (!token(name)) {
                return false;
            }
            for (String value : headers.all(name)) {
                if (!clean(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    // Loops, not streams: each character of each header of each request comes by here.
    private static boolean token(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean known =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || MARKS.indexOf(c) >= 0;
            if (!known) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean clean(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f) {
                return false;
            }
        }
        return true;
    }

    /// The request without its body, for a refusal.
    Request withoutBody(ServerRequest sent, Headers headers) {
        return request(sent, headers, new Body(Bytes.none(), false, true));
    }

    private static Body tooLarge(byte[] beginning) {
        return new Body(Bytes.of(Arrays.copyOf(beginning, Math.min(PIECE, beginning.length))), true, true);
    }

    /// Of a form that is too large the beginning is read, since only there can stand whose wire it is; not when the
    /// client waits to be told to send it.
    private static Body announcedTooLarge(ServerRequest sent, Headers headers) throws IOException {
        boolean form = headers.first("content-type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(FORM))
                .isPresent();
        return tooLarge(
                form && headers.all("expect").isEmpty()
                        ? sent.content().inputStream().readNBytes(PIECE)
                        : new byte[0]);
    }

    private static Body body(ServerRequest sent, Headers headers, Intake intake) throws IOException {
        if (sent.headers().contentLength().orElse(0) > Request.MOST_BODY_BYTES) {
            return announcedTooLarge(sent, headers);
        }
        if (headers.all("content-length").isEmpty()
                && headers.all("transfer-encoding").isEmpty()) {
            return new Body(Bytes.none(), false, false);
        }
        int expected = (int) Math.min(PIECE, sent.headers().contentLength().orElse(PIECE) + 1);
        ByteArrayOutputStream read = new ByteArrayOutputStream(expected);
        // Not closed: closing would wait for the rest of a body that is refused.
        InputStream content = sent.content().inputStream();
        byte[] piece = new byte[expected];
        for (int count = content.read(piece); count >= 0; count = content.read(piece)) {
            intake.handedOn();
            if (read.size() + count > Request.MOST_BODY_BYTES) {
                return tooLarge(read.toByteArray());
            }
            read.write(piece, 0, count);
        }
        return new Body(Bytes.of(read.toByteArray()), false, false);
    }

    private Request request(ServerRequest sent, Headers headers, Body body) {
        HttpPrologue line = sent.prologue();
        String path = origin(line.uriPath().rawPath());
        String query = line.hasQuery() ? line.query().rawValue() : "";
        if (line.fragment().hasValue()) {
            String rest = "#" + line.fragment().rawValue();
            path = line.hasQuery() ? path : path + rest;
            query = line.hasQuery() ? query + rest : query;
        }
        return new Request(
                line.method().text(), path, query, headers, body.bytes(), source(sent, headers), body.oversized());
    }

    /// A target that holds scheme and authority, as for proxies, without them (RFC 9112, 3.2.2).
    private static String origin(String path) {
        for (String scheme : List.of("http://", "https://")) {
            if (path.regionMatches(true, 0, scheme, 0, scheme.length())) {
                int slash = path.indexOf('/', scheme.length());
                return slash < 0 ? "/" : path.substring(slash);
            }
        }
        return path;
    }

    private String source(ServerRequest sent, Headers headers) {
        List<String> hops = headers.all("x-forwarded-for");
        if (behindProxy && !hops.isEmpty()) {
            String last = hops.getLast();
            return last.substring(last.lastIndexOf(',') + 1).strip();
        }
        return sent.remotePeer().host();
    }
}

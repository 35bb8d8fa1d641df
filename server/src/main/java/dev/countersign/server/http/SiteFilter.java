package dev.countersign.server.http;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Response;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// Answers every request, whatever its method and path. It is a filter since the engine's routes decode paths, and
/// throw at those that can't be.
final class SiteFilter implements Filter {
    private final Arrival arrival;
    private final Sites sites;
    private final Guard guard;
    private final LongSupplier ticker;

    SiteFilter(Arrival arrival, Sites sites, Guard guard, LongSupplier ticker) {
        this.arrival = arrival;
        this.sites = sites;
        this.guard = guard;
        this.ticker = ticker;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest sent, RoutingResponse answer) {
        GuardedConnection connection = GuardedConnection.current();
        Headers headers = Arrival.headers(sent.headers());
        Arrived arrived = arrival.read(sent, headers, connection.intake());
        connection.answering();
        long began = ticker.getAsLong();
        boolean last = connection.intake().oldHttp() || asksToClose(headers);
        Response response = switch (arrived) {
            case Arrived.Whole whole -> {
                last |= whole.unread();
                if (whole.unread()) {
                    connection.leaveUnread();
                }
                yield sites.answer(whole.request(), guard);
            }
            case Arrived.Broken broken -> {
                last = true;
                connection.leaveUnread();
                yield sites.refuse(broken.reason(), arrival.withoutBody(sent, headers));
            }
        };
        if (response.dropped()) {
            throw new CloseConnectionException("dropped on purpose");
        }
        connection.writing();
        send(response, sent.prologue().method(), last, answer);
        sites.meter().answered(response.status(), Duration.ofNanos(ticker.getAsLong() - began));
        if (last) {
            throw new CloseConnectionException("that was this connection's last answer");
        }
        connection.idle();
    }

    private static boolean asksToClose(Headers headers) {
        List<String> values = headers.all("connection");
        return !values.isEmpty()
                && values.stream()
                        .flatMap(value -> java.util.Arrays.stream(value.split(",")))
                        .anyMatch(option -> option.strip().equalsIgnoreCase("close"));
    }

    private static void send(Response response, Method method, boolean last, RoutingResponse answer) {
        answer.status(Status.create(response.status()));
        if (!response.contentType().isEmpty()) {
            answer.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, response.contentType()));
        }
        for (Map.Entry<String, String> header : response.headers()) {
            Header line = HeaderValues.create(header.getKey(), header.getValue());
            if (line.headerName().equals(HeaderNames.SET_COOKIE)) {
                // The only one that an answer has several of (RFC 9110, 5.3).
                answer.headers().add(line);
            } else {
                answer.header(line);
            }
        }
        if (last) {
            answer.header(HeaderValues.CONNECTION_CLOSE);
        }
        if (method.equals(Method.HEAD)) {
            answer.header(HeaderValues.create(
                    HeaderNames.CONTENT_LENGTH, Integer.toString(response.body().length())));
            answer.send(new byte[0]);
        } else {
            answer.send(response.body().toArray());
        }
    }
}

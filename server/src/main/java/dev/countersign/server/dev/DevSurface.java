package dev.countersign.server.dev;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.refusal.Refused;
import dev.countersign.server.dev.exchange.Answers;
import dev.countersign.server.dev.exchange.Asked;
import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.DevCall;
import dev.countersign.server.dev.exchange.Nearest;
import dev.countersign.server.dev.exchange.Problem;
import dev.countersign.server.http.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Everything below `/dev`. The guards come first, then path, method, body, and the call itself.
public final class DevSurface implements Site {
    /// The longest body that is read, in bytes.
    public static final int MOST_BODY_BYTES = 1024 * 1024;

    private static final String ROOT = "/dev";

    private final Guards guards;
    private final List<DevCall> calls;

    /// @param guards who gets through
    /// @param calls what can be called
    public DevSurface(Guards guards, List<DevCall> calls) {
        this.guards = guards;
        this.calls = List.copyOf(calls);
    }

    @Override
    public boolean serves(Request request) {
        return request.path().equals(ROOT) || request.path().startsWith(ROOT + "/");
    }

    @Override
    public Response answer(Request request) {
        return guards.refuse(request).map(Problem::response).orElseGet(() -> within(request));
    }

    private Response within(Request request) {
        try {
            return Answers.ok(perform(request));
        } catch (Declined declined) {
            return declined.problem().response();
        }
    }

    /// Does what a request asks for that came through guards of its own.
    ///
    /// @return what its answer says
    /// @throws Declined when it can't be done
    public Value perform(Request request) {
        try {
            DevCall call = calls.stream()
                    .filter(one -> tail(one, request.path()).isPresent())
                    .findFirst()
                    .orElseThrow(() -> unknown(request.path()));
            DevCall.Handler handler = handler(call, request.method());
            requireSoundBody(request);
            String tail = tail(call, request.path()).orElseThrow();
            return handler.answer(new Asked(request, tail));
        } catch (Refused refused) {
            throw new Declined(DomainRefusals.problem(refused.refusal()).orElseGet(() -> unreadable(refused)));
        }
    }

    /// What the path holds where the call's path ends in `{…}`; empty text where it does not; nothing for
    /// another path.
    private static Optional<String> tail(DevCall call, String path) {
        int open = call.path().indexOf('{');
        if (open < 0) {
            return path.equals(call.path()) ? Optional.of("") : Optional.empty();
        }
        return Optional.of(path)
                .filter(given -> given.startsWith(call.path().substring(0, open)))
                .map(given -> given.substring(open))
                .filter(rest -> !rest.isEmpty() && rest.indexOf('/') < 0);
    }

    private Declined unknown(String path) {
        List<String> known = calls.stream().map(DevCall::path).sorted().toList();
        return Declined.unknown("nothing is at " + path + ": " + Nearest.hint(path, known));
    }

    private static DevCall.Handler handler(DevCall call, String method) {
        DevCall.Handler handler = call.methods().get(method);
        if (handler == null) {
            String allowed = String.join(", ", new TreeSet<>(call.methods().keySet()));
            throw new Declined(new Problem(
                    405,
                    "Method not allowed",
                    call.path() + " takes " + allowed,
                    List.of(Map.entry("Allow", allowed))));
        }
        return handler;
    }

    private static void requireSoundBody(Request request) {
        if (request.oversized() || request.body().length() > MOST_BODY_BYTES) {
            throw new Declined(Problem.of(413, "Body too large", "a body has at most " + MOST_BODY_BYTES + " bytes"));
        }
        boolean bare = request.method().equals("GET") || request.method().equals("DELETE");
        if (bare && request.body().length() > 0) {
            throw Declined.malformed(request.method() + " takes no body here; what it is about stands in the query");
        }
    }

    private static Problem unreadable(Refused refused) {
        boolean tooMuch = refused.refusal() instanceof CallRefusal.Malformed malformed
                && malformed.kind() == Malformation.TOO_DEEP_OR_MANY;
        return Problem.of(
                400,
                "Bad request",
                tooMuch
                        ? "the body is nested too deeply, or holds too much"
                        : "the body is not JSON in UTF-8, or a name stands twice in one object");
    }
}

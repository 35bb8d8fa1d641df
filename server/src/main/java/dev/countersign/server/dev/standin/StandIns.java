package dev.countersign.server.dev.standin;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.refusal.Refused;
import dev.countersign.server.dev.Guards;
import dev.countersign.server.dev.exchange.Problem;
import dev.countersign.server.http.Site;
import dev.countersign.value.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The pages that stand in for other parties'. They are for people, so that they take forms and need no token; they
/// have the guards against foreign pages that everything below `/dev` has.
public final class StandIns implements Site {
    private static final int MOST_BYTES = 8 * 1024;

    private final Guards guards;
    private final List<StandInPage> pages;

    /// @param guards who gets through
    /// @param wechat plays WeChat
    /// @param custom plays a tenant's own page
    public StandIns(Guards guards, WechatPage wechat, CustomPage custom) {
        this.guards = guards;
        this.pages = List.of(wechat, custom);
    }

    @Override
    public boolean serves(Request request) {
        return find(request).isPresent();
    }

    private Optional<StandInPage> find(Request request) {
        return pages.stream().filter(page -> page.path().equals(request.path())).findFirst();
    }

    @Override
    public Response answer(Request request) {
        return guards.refusePage(request)
                .map(Problem::response)
                .orElseGet(() -> guarded(request, find(request).orElseThrow()));
    }

    private static Response guarded(Request request, StandInPage page) {
        try {
            Map<String, String> query = values(Form.read(request.query()));
            return switch (request.method()) {
                case "GET", "HEAD" ->
                    page.show(query, request.headers().first("Referer").orElse(""));
                case "POST" -> page.press(query, values(form(request)).getOrDefault("press", ""));
                default ->
                    new Problem(
                                    405,
                                    "Method not allowed",
                                    page.path() + " takes GET, HEAD, POST",
                                    List.of(Map.entry("Allow", "GET, HEAD, POST")))
                            .response();
            };
        } catch (Refused unreadable) {
            return Problem.of(400, "Bad request", "the query or the form can't be read")
                    .response();
        }
    }

    private static List<Form.Pair> form(Request request) {
        boolean small = !request.oversized() && request.body().length() <= MOST_BYTES;
        return Form.read(small ? request.body() : Bytes.none());
    }

    private static Map<String, String> values(List<Form.Pair> pairs) {
        return pairs.stream().collect(Collectors.toMap(Form.Pair::name, Form.Pair::value));
    }
}

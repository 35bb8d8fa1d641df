package dev.countersign.server.page;

import dev.countersign.challenge.Visitor;
import dev.countersign.gateway.wire.Request;
import dev.countersign.server.page.html.Language;
import dev.countersign.value.RequestId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request for a challenge's page.
///
/// @param request as it came
/// @param challenge the challenge's id
/// @param step what follows the id: empty for the page itself
/// @param browser who asks
/// @param sent the form of a POST, the query of a GET
/// @param id names the request
record Asked(Request request, String challenge, String step, Browser browser, Submitted sent, RequestId id) {
    /// The browser, as the core knows it.
    Visitor visitor() {
        return new Visitor(browser.secret(), request.source(), id);
    }

    /// The language: the one that was chosen on the page; the challenge's, unless that is English, which is also
    /// what an application says that says nothing; the browser's.
    ///
    /// @param locale the challenge's
    Language language(Optional<String> locale) {
        return chosen().or(() -> locale.flatMap(Language::of).filter(one -> one != Language.EN))
                .or(() -> request.headers().first("Accept-Language").flatMap(Language::preferred))
                .or(() -> locale.flatMap(Language::of))
                .orElse(Language.EN);
    }

    private Optional<Language> chosen() {
        return Language.of(sent.value("lang"));
    }

    /// The page itself, in the language that was chosen.
    String page() {
        return "/challenge/" + challenge
                + chosen().map(one -> "?lang=" + one.tag()).orElse("");
    }

    /// The header that names this request.
    List<Map.Entry<String, String>> named() {
        return List.of(Map.entry("X-Request-Id", id.text()));
    }
}

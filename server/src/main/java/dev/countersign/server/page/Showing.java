package dev.countersign.server.page;

import dev.countersign.challenge.Challenge;
import dev.countersign.challenge.Prompt;
import dev.countersign.challenge.Visits.Seen;
import dev.countersign.gateway.wire.Response;
import dev.countersign.protection.TenantRulesStore;
import dev.countersign.server.page.html.Frame;
import dev.countersign.server.page.html.Pages;
import dev.countersign.server.page.html.QrPicture;
import dev.countersign.server.page.html.Screen;
import dev.countersign.server.page.html.Screen.Onward;
import dev.countersign.server.page.html.Targets;
import dev.countersign.server.page.html.Words;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TenantStore;
import dev.countersign.totp.TotpSecret;
import dev.countersign.value.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Shows challenges.
final class Showing {
    private final Pages pages;
    private final TenantStore tenants;
    private final TenantRulesStore rules;

    Showing(Pages pages, TenantStore tenants, TenantRulesStore rules) {
        this.pages = pages;
        this.tenants = tenants;
        this.rules = rules;
    }

    /// A pending challenge, with why its last step was not taken.
    Response pending(Asked asked, Seen seen, Optional<Excuse> excuse) {
        Challenge challenge = seen.challenge();
        Words words = words(asked, challenge);
        Screen screen = screens(challenge, words).of(seen.prompt()).alerting(excuse.map(Excuse::alert));
        boolean waits = seen.prompt() instanceof Prompt.Elsewhere(String way)
                && way.equals("custom")
                && !challenge.progress().kept().isEmpty();
        Optional<Secret> browser = seen.fresh().or(asked.browser()::secret);
        Frame frame = new Frame(
                words,
                browser.map(asked.browser()::token).orElse(""),
                waits ? Optional.of("/challenge/" + challenge.id() + "/state") : Optional.empty(),
                Optional.of("/challenge/" + challenge.id()));
        List<Map.Entry<String, String>> headers = new ArrayList<>(asked.named());
        seen.fresh().map(asked.browser()::cookie).ifPresent(headers::add);
        excuse.map(Excuse::headers).ifPresent(headers::addAll);
        return pages.answer(excuse.map(Excuse::status).orElse(200), frame, screen, targets(challenge), headers);
    }

    /// The secret of a new device, this once.
    Response device(Asked asked, Challenge challenge, TotpSecret secret) {
        Words words = words(asked, challenge);
        Screens screens = screens(challenge, words);
        Screen screen = screens.device(QrPicture.of(secret.uri(screens.account()), secret.base32(), words));
        Frame frame = new Frame(
                words,
                asked.browser().secret().map(asked.browser()::token).orElse(""),
                Optional.empty(),
                Optional.empty());
        return pages.answer(200, frame, screen, targets(challenge), asked.named());
    }

    /// The way to somebody else's page. It is no redirect, because browsers hold all redirects after a form
    /// against this page's policy, and where that page leads is not ours to know.
    Response leaving(Asked asked, Challenge challenge, String address) {
        Words words = words(asked, challenge);
        String host = Targets.host(address);
        Screen screen = Screen.of(words.say("leaving.title"), words.say("leaving.text", host))
                .with(new Onward(address, words.say("leaving.link", host), true));
        return pages.answer(200, Frame.plain(words), screen, List.of(), asked.named());
    }

    /// How a challenge ended, and the way back.
    Response ended(Asked asked, Challenge challenge, Optional<String> back) {
        Words words = words(asked, challenge);
        String how = challenge.status().word();
        Screen screen = Screen.of(words.say(how + ".title"), words.say(how + ".text"));
        Frame frame = new Frame(words, "", Optional.empty(), Optional.of("/challenge/" + challenge.id()));
        Screen shown = back.map(
                        address -> screen.with(new Onward(address, words.say("back", Targets.host(address)), false)))
                .orElse(screen);
        return pages.answer(200, frame, shown, List.of(), asked.named());
    }

    /// A page without a challenge.
    ///
    /// @param about the key of its words: `unknown`, `foreign`, `forged`, `method`
    Response plain(Asked asked, int status, String about, List<Map.Entry<String, String>> more) {
        Words words = pages.words(asked.language(Optional.empty()));
        List<Map.Entry<String, String>> headers = new ArrayList<>(asked.named());
        headers.addAll(more);
        Screen screen = Screen.of(words.say(about + ".title"), words.say(about + ".text"));
        return pages.answer(status, Frame.plain(words), screen, List.of(), headers);
    }

    /// The words for a challenge's page.
    Words words(Asked asked, Challenge challenge) {
        return pages.words(asked.language(Optional.of(challenge.locale())));
    }

    private Screens screens(Challenge challenge, Words words) {
        String account = tenants.principal(challenge.tenant(), challenge.principal())
                .map(Principal::name)
                .orElse("");
        return new Screens(challenge, account, words);
    }

    private List<String> targets(Challenge challenge) {
        List<String> registered = rules.of(challenge.tenant()).returnTo();
        return Stream.concat(Stream.of(challenge.back().address()), registered.stream())
                .toList();
    }
}

package dev.countersign.server.page;

import dev.countersign.challenge.Challenge;
import dev.countersign.challenge.ChallengeMethod.Reply;
import dev.countersign.challenge.FirstEnrolment;
import dev.countersign.challenge.PublicAddress;
import dev.countersign.challenge.Visits;
import dev.countersign.challenge.Visits.Seen;
import dev.countersign.challenge.WechatMethod;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.protection.Method;
import dev.countersign.protection.TenantRulesStore;
import dev.countersign.refusal.ChallengeRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.server.http.Site;
import dev.countersign.server.page.html.Pages;
import dev.countersign.tenant.TenantStore;
import dev.countersign.value.RequestId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/challenge/{id}`: a person's side of a challenge. Looking binds it to the browser; every form carries the
/// browser's cookie, a token made from it, and our own Origin.
public final class ChallengeSite implements Site {
    private static final String ROOT = "/challenge";
    private static final Pattern PATH =
            Pattern.compile("/challenge/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/([a-z]+))?");
    private static final int LONGEST_REPLY = 512;

    private final Visits visits;
    private final Steps steps;
    private final Showing showing;
    private final PublicAddress own;
    private final Supplier<RequestId> requestIds;

    /// What the page stands on.
    ///
    /// @param visits the browser's side of challenges
    /// @param enrolment the same for who has no device yet
    /// @param tenants knows names
    /// @param rules knows where tenants send browsers
    public record Behind(Visits visits, FirstEnrolment enrolment, TenantStore tenants, TenantRulesStore rules) {}

    /// @param behind what the page stands on
    /// @param pages writes pages
    /// @param own how browsers reach this installation
    /// @param requestIds names each request
    public ChallengeSite(Behind behind, Pages pages, PublicAddress own, Supplier<RequestId> requestIds) {
        this.visits = behind.visits();
        this.steps = new Steps(behind.visits(), behind.enrolment());
        this.showing = new Showing(pages, behind.tenants(), behind.rules());
        this.own = own;
        this.requestIds = requestIds;
    }

    @Override
    public boolean serves(Request request) {
        return request.path().equals(ROOT) || request.path().startsWith(ROOT + "/");
    }

    @Override
    public Response answer(Request request) {
        Matcher path = PATH.matcher(request.path());
        boolean known = path.matches();
        String id = known ? path.group(1) : "";
        Asked asked = new Asked(
                request,
                id,
                known ? Optional.ofNullable(path.group(2)).orElse("") : "",
                Browser.of(request, id, own.get()),
                Submitted.query(request),
                requestIds.get());
        return switch (request.method()) {
            // Without looking: whoever only asks for headers, a link's preview, is not to have the challenge.
            case "HEAD" -> showing.plain(asked, 200, "unknown", List.of());
            case "GET" -> known ? guarded(asked) : unknown(asked);
            case "POST" -> known ? guarded(asked) : unknown(asked);
            default -> showing.plain(asked, 405, "method", List.of(Map.entry("Allow", "GET, HEAD, POST")));
        };
    }

    private Response guarded(Asked asked) {
        try {
            return asked.request().method().equals("POST") ? post(asked) : get(asked);
        } catch (Refused refused) {
            return switch (refused.refusal()) {
                case ChallengeRefusal.ChallengeUnknown unknown -> unknown(asked);
                case ChallengeRefusal.BrowserForeign foreign -> showing.plain(asked, 403, "foreign", List.of());
                // All that is left is a form that can't be read.
                default -> forged(asked);
            };
        }
    }

    private Response get(Asked asked) {
        return switch (asked.step()) {
            case "" -> asked.browser().embeds() ? forged(asked) : page(asked);
            case "state" -> state(asked);
            case WechatMethod.WAY -> scanned(asked);
            // Somebody reloads what a form answered.
            default -> Pages.redirect(asked.page(), asked.named());
        };
    }

    private Response page(Asked asked) {
        return show(asked, visits.look(asked.challenge(), asked.visitor()), Optional.empty());
    }

    /// For the script of a page that waits; only for a browser that may already have the challenge.
    private Response state(Asked asked) {
        boolean same = asked.request()
                .headers()
                .first("Sec-Fetch-Site")
                .filter(site -> !site.equals("same-origin"))
                .isEmpty();
        if (!same || asked.browser().secret().isEmpty()) {
            return forged(asked);
        }
        Seen seen = visits.look(asked.challenge(), asked.visitor());
        return Pages.word(seen.challenge().status().word(), asked.named());
    }

    /// WeChat sends the browser back here. No other method takes an answer with GET.
    private Response scanned(Asked asked) {
        String code = asked.sent().value("code");
        String state = asked.sent().value("state");
        boolean whole = !code.isEmpty() && code.length() <= LONGEST_REPLY && state.length() <= LONGEST_REPLY;
        Seen seen = visits.look(asked.challenge(), asked.visitor());
        if (!whole || !seen.challenge().pending() || seen.challenge().asked().method() != Method.WECHAT) {
            return Pages.redirect(asked.page(), asked.named());
        }
        return attempted(asked, () -> {
            visits.answer(asked.challenge(), asked.visitor(), new Reply(code, state));
            return away(asked);
        });
    }

    private Response post(Asked asked) {
        Optional<Submitted> form = Submitted.form(asked.request());
        if (form.isEmpty()) {
            return forged(asked);
        }
        Asked filled =
                new Asked(asked.request(), asked.challenge(), asked.step(), asked.browser(), form.get(), asked.id());
        if (!asked.browser().believes(form.get().value("token"))) {
            return forged(filled);
        }
        Optional<Steps.Step> step = steps.of(asked.step());
        if (step.isEmpty()) {
            return unknown(filled);
        }
        return attempted(filled, () -> outcome(filled, step.get().take(filled)));
    }

    private Response outcome(Asked asked, Steps.Taken taken) {
        return switch (taken) {
            case Steps.Taken.Stayed stayed -> Pages.redirect(asked.page(), asked.named());
            case Steps.Taken.Passed passed -> away(asked);
            case Steps.Taken.Left left -> Pages.redirect(left.address(), asked.named());
            case Steps.Taken.Elsewhere elsewhere ->
                showing.leaving(asked, looked(asked).challenge(), elsewhere.address());
            case Steps.Taken.Device device ->
                showing.device(asked, looked(asked).challenge(), device.secret());
            case Steps.Taken.Nothing nothing -> {
                Seen seen = looked(asked);
                yield show(asked, seen, Optional.of(Excuse.empty(showing.words(asked, seen.challenge()))));
            }
        };
    }

    /// Takes a step; a refusal is told on the page of the challenge as it stands afterwards.
    private Response attempted(Asked asked, Supplier<Response> step) {
        try {
            return step.get();
        } catch (Refused refused) {
            return switch (refused.refusal()) {
                case ChallengeRefusal.ChallengeUnknown unknown -> throw refused;
                case ChallengeRefusal.BrowserForeign foreign -> throw refused;
                case ChallengeRefusal.ChallengeEnded ended -> show(asked, looked(asked), Optional.empty());
                default -> {
                    Seen seen = looked(asked);
                    yield show(
                            asked,
                            seen,
                            Optional.of(Excuse.of(
                                    refused.refusal(), seen.challenge(), showing.words(asked, seen.challenge()))));
                }
            };
        }
    }

    private Seen looked(Asked asked) {
        return visits.look(asked.challenge(), asked.visitor());
    }

    private Response show(Asked asked, Seen seen, Optional<Excuse> excuse) {
        Challenge challenge = seen.challenge();
        return switch (challenge.status()) {
            case PENDING -> showing.pending(asked, seen, excuse);
            case PASSED -> away(asked);
            case FAILED, EXPIRED, CANCELLED ->
                showing.ended(asked, challenge, Optional.of(visits.turnBack(asked.challenge(), asked.visitor())));
        };
    }

    /// Away with a result code; a code that was exchanged already is not replaced.
    private Response away(Asked asked) {
        try {
            return Pages.redirect(visits.leave(asked.challenge(), asked.visitor()), asked.named());
        } catch (Refused refused) {
            if (refused.refusal() instanceof ChallengeRefusal.ChallengeEnded) {
                return showing.ended(asked, looked(asked).challenge(), Optional.empty());
            }
            throw refused;
        }
    }

    private Response unknown(Asked asked) {
        return showing.plain(asked, 404, "unknown", List.of());
    }

    private Response forged(Asked asked) {
        return showing.plain(asked, 403, "forged", List.of());
    }
}

package dev.countersign.server.dev.standin;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.wire.Response;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.TokenRefusal;
import dev.countersign.server.dev.RootOfDev;
import dev.countersign.server.page.html.Frame;
import dev.countersign.server.page.html.Language;
import dev.countersign.server.page.html.Pages;
import dev.countersign.server.page.html.Screen;
import dev.countersign.server.page.html.Screen.Alert;
import dev.countersign.server.page.html.Screen.Button;
import dev.countersign.server.page.html.Screen.Fact;
import dev.countersign.server.page.html.Screen.Onward;
import dev.countersign.token.CustomTokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Plays the page that tenant `dev` registered for its own check: whoever presses a button is the check. Approving
/// spends the token as the tenant's root, the way its back end would.
public final class CustomPage implements StandInPage {
    private static final String TITLE = "The tenant’s own page, played by the dev world";
    private static final int LONGEST = 256;
    private static final Pattern FROM = Pattern.compile("https?://[^/?#]+(/challenge/[0-9a-f-]{36})(?:[/?].*)?");
    private static final Pattern BACK = Pattern.compile("/challenge/[0-9a-f-]{36}");

    private final Pages pages;
    private final CustomTokens tokens;
    private final RootOfDev root;

    /// @param pages writes pages
    /// @param tokens spends tokens
    /// @param root who spends them
    public CustomPage(Pages pages, CustomTokens tokens, RootOfDev root) {
        this.pages = pages;
        this.tokens = tokens;
        this.root = root;
    }

    @Override
    public String path() {
        return "/dev/custom";
    }

    @Override
    public Response show(Map<String, String> query, String referer) {
        String token = token(query);
        Matcher from = FROM.matcher(referer);
        String back = from.matches() ? from.group(1) : "";
        try {
            long uin = tokens.introspect(root.caller(), token);
            String again =
                    path() + "?" + Form.write(List.of(new Form.Pair("token", token), new Form.Pair("back", back)));
            Screen screen = Screen.of(
                            TITLE,
                            "A tenant’s back end would check the person here in its own way, and then spend the token.")
                    .about(List.of(new Fact("Token", token), new Fact("UIN", Long.toString(uin))))
                    .with(new Button(again, "Approve: spend the token", "first", "press", "approve"))
                    .with(new Button(again, "Decline", "second", "press", "decline"));
            return page(200, screen);
        } catch (Refused refused) {
            return worded(refused, back);
        }
    }

    @Override
    public Response press(Map<String, String> query, String pressed) {
        String back = query.getOrDefault("back", "");
        if (!pressed.equals("approve")) {
            return page(200, away(Screen.of("Declined", "Nothing was spent: the challenge goes on waiting."), back));
        }
        try {
            tokens.consume(root.caller(), token(query));
        } catch (Refused refused) {
            return worded(refused, back);
        }
        return BACK.matcher(back).matches()
                ? Pages.redirect(back, List.of())
                : page(200, Screen.of("Approved", "The token is spent. Go back to the page that you came from."));
    }

    private static String token(Map<String, String> query) {
        String token = query.getOrDefault("token", "");
        return token.length() <= LONGEST ? token : "";
    }

    private Response worded(Refused refused, String back) {
        if (!(refused.refusal() instanceof TokenRefusal)) {
            throw refused;
        }
        return page(
                422,
                away(Screen.of(TITLE), back)
                        .alerting(Optional.of(
                                new Alert("No such token is waiting: it is unknown, spent or expired.", false))));
    }

    private static Screen away(Screen screen, String back) {
        return BACK.matcher(back).matches() ? screen.with(new Onward(back, "Back to the challenge", false)) : screen;
    }

    private Response page(int status, Screen screen) {
        return pages.answer(status, Frame.plain(pages.words(Language.EN)), screen, List.of(), List.of());
    }
}

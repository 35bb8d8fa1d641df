package dev.countersign.server.dev.standin;

import dev.countersign.challenge.Challenge;
import dev.countersign.challenge.Challenges;
import dev.countersign.challenge.PublicAddress;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.wire.Response;
import dev.countersign.server.dev.RootOfDev;
import dev.countersign.server.dev.WechatStandIn;
import dev.countersign.server.page.html.Frame;
import dev.countersign.server.page.html.Language;
import dev.countersign.server.page.html.Pages;
import dev.countersign.server.page.html.Screen;
import dev.countersign.server.page.html.Screen.Button;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Plays WeChat's `connect/qrconnect`: who presses a button has scanned. The browser goes back with a code and the
/// state, as WeChat sends it; only ever to a challenge of ours.
public final class WechatPage implements StandInPage {
    private static final String STRANGER = "stranger";
    private static final String OWNER = "owner";
    private static final long NOBODY_OF_OURS = 0;
    private static final Pattern BACK = Pattern.compile("(.*)/challenge/([0-9a-f-]{36})/wechat");

    private final Pages pages;
    private final WechatStandIn wechat;
    private final Challenges challenges;
    private final RootOfDev root;
    private final PublicAddress own;

    /// @param pages writes pages
    /// @param wechat hands out codes
    /// @param challenges knows whose challenge the browser comes from
    /// @param root who asks for it
    /// @param own where this server listens
    public WechatPage(Pages pages, WechatStandIn wechat, Challenges challenges, RootOfDev root, PublicAddress own) {
        this.pages = pages;
        this.wechat = wechat;
        this.challenges = challenges;
        this.root = root;
        this.own = own;
    }

    @Override
    public String path() {
        return "/dev/wechat/qrconnect";
    }

    @Override
    public Response show(Map<String, String> query, String referer) {
        Optional<Challenge> challenge = challenge(query);
        if (challenge.isEmpty()) {
            return refused();
        }
        String again = path() + "?"
                + Form.write(query.entrySet().stream()
                        .map(one -> new Form.Pair(one.getKey(), one.getValue()))
                        .toList());
        Screen screen = Screen.of(
                        "WeChat, played by the dev world",
                        "At the real WeChat a picture would stand here, to be scanned with a phone.",
                        "Choose who scans.")
                .with(new Button(again, "The one who is bound to this account", "first", "press", OWNER))
                .with(new Button(again, "A stranger", "second", "press", STRANGER))
                .with(new Button(again, "Nobody: go back", "quiet", "press", "nobody"));
        return pages.answer(200, frame(), screen, List.of(challenge.get().back().address()), List.of());
    }

    @Override
    public Response press(Map<String, String> query, String pressed) {
        Optional<Challenge> challenge = challenge(query);
        if (challenge.isEmpty()) {
            return refused();
        }
        String state = "state=" + Form.encoded(query.getOrDefault("state", ""));
        String back = query.getOrDefault("redirect_uri", "") + "?";
        return Pages.redirect(
                switch (pressed) {
                    case OWNER -> back + "code=" + wechat.scan(challenge.get().principal()) + "&" + state;
                    case STRANGER -> back + "code=" + wechat.scan(NOBODY_OF_OURS) + "&" + state;
                    default -> back + state;
                },
                List.of());
    }

    /// The challenge that a whole request is about.
    private Optional<Challenge> challenge(Map<String, String> query) {
        Matcher back = BACK.matcher(query.getOrDefault("redirect_uri", ""));
        boolean whole = WechatStandIn.APPLICATION.equals(query.get("appid"))
                && "code".equals(query.get("response_type"))
                && "snsapi_login".equals(query.get("scope"))
                && back.matches()
                && back.group(1).equals(own.get());
        return whole ? challenges.find(root.caller(), back.group(2)) : Optional.empty();
    }

    private Response refused() {
        Screen screen = Screen.of(
                "WeChat, played by the dev world",
                "Wrong parameters: appid must be " + WechatStandIn.APPLICATION + ", response_type code, scope"
                        + " snsapi_login, and redirect_uri the WeChat address of a challenge of tenant dev.");
        return pages.answer(400, frame(), screen, List.of(), List.of());
    }

    private Frame frame() {
        return Frame.plain(pages.words(Language.EN));
    }
}

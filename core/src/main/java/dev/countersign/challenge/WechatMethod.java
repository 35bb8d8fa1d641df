package dev.countersign.challenge;

import dev.countersign.protection.Method;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.Caller;
import dev.countersign.value.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A scan with WeChat: the browser goes there and comes back with a code, and WeChat tells us whose it is. The
/// state that it carries is good for this challenge, and the page that takes it back demands this browser.
public final class WechatMethod implements ChallengeMethod {
    /// The way that the prompt names.
    public static final String WAY = "wechat";

    private final WechatProvider provider;
    private final WechatIdentities identities;
    private final Challenges.Surroundings surroundings;

    /// @param provider WeChat
    /// @param identities who principals are there
    /// @param surroundings randomness, and the address that WeChat sends the browser back to
    public WechatMethod(WechatProvider provider, WechatIdentities identities, Challenges.Surroundings surroundings) {
        this.provider = provider;
        this.identities = identities;
        this.surroundings = surroundings;
    }

    @Override
    public Method method() {
        return Method.WECHAT;
    }

    @Override
    public boolean available(long tenant, long principal, Bound bound) {
        return bound.wechat();
    }

    @Override
    public Prompt prompt(Challenge challenge) {
        return new Prompt.Elsewhere(WAY);
    }

    @Override
    public Started start(Challenge challenge, Caller caller, String way) {
        Secret state = SecretText.of(surroundings.random());
        String back = surroundings.publicAddress().get() + "/challenge/" + challenge.id() + "/wechat";
        return new Started(hash(state.reveal()), Optional.of(provider.authorize(back, state.reveal())));
    }

    @Override
    public List<String> answer(Challenge challenge, Caller caller, Reply reply) {
        boolean ours = MessageDigest.isEqual(
                hash(reply.state()).getBytes(StandardCharsets.US_ASCII),
                challenge.progress().kept().getBytes(StandardCharsets.US_ASCII));
        boolean theirs = ours
                && provider.exchange(reply.code())
                        .map(identity -> identities.compare(challenge.tenant(), challenge.principal(), identity))
                        .filter(match -> match == WechatIdentities.Match.SAME)
                        .isPresent();
        if (!theirs) {
            throw new Refused(new CodeNotAccepted(0));
        }
        return List.of(WAY);
    }

    private static String hash(String state) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java has no SHA-256", absent);
        }
    }
}

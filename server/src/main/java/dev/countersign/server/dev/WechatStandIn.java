package dev.countersign.server.dev;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.WechatIdentities;
import dev.countersign.challenge.WechatProvider.Identity;
import dev.countersign.value.Uuids;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Plays WeChat in a dev world: whoever is said to have scanned gets a code, which is exchanged once. A user who is
/// only flagged as bound to WeChat is there under a name that its UIN tells.
public final class WechatStandIn implements WechatIdentities {
    /// The application that a dev world is at the stand-in.
    public static final String APPLICATION = "wxdev00000000000000";

    /// That application's secret.
    public static final String SECRET = "dev-wechat-secret";

    private static final int MOST_CODES = 1000;

    private final WechatIdentities kept;
    private final RandomGenerator random;
    private final Map<String, String> codes = new LinkedHashMap<>();

    /// @param kept who was bound in a ceremony
    /// @param random draws codes
    public WechatStandIn(WechatIdentities kept, RandomGenerator random) {
        this.kept = kept;
        this.random = random;
    }

    /// Somebody scans.
    ///
    /// @param uin the user of ours who does
    /// @return the code that WeChat's redirect carries
    public synchronized String scan(long uin) {
        if (codes.size() >= MOST_CODES) {
            codes.remove(codes.keySet().iterator().next());
        }
        String code = Uuids.random(random).toString().replace("-", "");
        codes.put(code, openid(uin));
        return code;
    }

    /// Exchanges a code, once.
    ///
    /// @return the openid
    public synchronized Optional<String> exchange(String code) {
        return Optional.ofNullable(codes.remove(code));
    }

    /// Who a user of ours is at the stand-in.
    public static String openid(long uin) {
        return "dev-openid-" + uin;
    }

    @Override
    public Match compare(long tenant, long principal, Identity identity) {
        Match match = kept.compare(tenant, principal, identity);
        if (match != Match.UNKNOWN) {
            return match;
        }
        return identity.openid().equals(openid(principal)) ? Match.SAME : Match.ANOTHER;
    }

    @Override
    public void bind(long tenant, long principal, Identity identity, AuditEntry entry) {
        kept.bind(tenant, principal, identity, entry);
    }
}

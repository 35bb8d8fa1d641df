package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.protection.Protections;
import dev.countersign.token.CustomTokens;
import java.util.List;

/// The actions about how users are protected.
public final class CamMfa {
    private CamMfa() {}

    /// The actions, wired.
    ///
    /// @param protections tells and changes what guards users
    /// @param tokens looks up and spends custom tokens
    public static List<Action<?, ?>> actions(Protections protections, CustomTokens tokens) {
        return List.of(
                new SetMfaFlag(protections),
                new GetCustomMFATokenInfo(tokens),
                new ConsumeCustomMFAToken(tokens),
                new DescribeSafeAuthFlag(protections),
                new DescribeSafeAuthFlagColl(protections),
                new DescribeSafeAuthFlagIntl(protections));
    }
}

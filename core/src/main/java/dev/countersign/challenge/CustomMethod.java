package dev.countersign.challenge;

import dev.countersign.protection.Method;
import dev.countersign.protection.TenantRulesStore;
import dev.countersign.refusal.ChallengeRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.Caller;
import java.util.List;
import java.util.Optional;

/// The tenant's own check: a token is minted and the browser goes to the tenant's page with it. The tenant's back
/// end spends the token, and that passes the challenge; nothing that the browser says does.
public final class CustomMethod implements ChallengeMethod {
    /// The way that the prompt names.
    public static final String WAY = "custom";

    private static final String PLACE = "{MFAToken}";

    private final TokenMint mint;
    private final TenantRulesStore rules;

    /// @param mint mints tokens
    /// @param rules knows the tenant's page
    public CustomMethod(TokenMint mint, TenantRulesStore rules) {
        this.mint = mint;
        this.rules = rules;
    }

    @Override
    public Method method() {
        return Method.CUSTOM;
    }

    @Override
    public boolean available(long tenant, long principal, Bound bound) {
        return rules.of(tenant).customPage().isPresent();
    }

    @Override
    public Prompt prompt(Challenge challenge) {
        return new Prompt.Elsewhere(WAY);
    }

    @Override
    public Started start(Challenge challenge, Caller caller, String way) {
        // The page may have been taken away while the challenge waited.
        String page = rules.of(challenge.tenant())
                .customPage()
                .orElseThrow(() -> new Refused(
                        new ChallengeRefusal.ChallengeEnded(challenge.status().word())));
        String token = mint.mint(challenge.tenant(), challenge.principal(), challenge.id(), Optional.empty());
        return new Started(WAY, Optional.of(page.replace(PLACE, PercentCoded.of(token))));
    }

    @Override
    public List<String> answer(Challenge challenge, Caller caller, Reply reply) {
        throw new Refused(new CodeNotAccepted(0));
    }
}

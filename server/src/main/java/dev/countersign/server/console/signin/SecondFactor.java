package dev.countersign.server.console.signin;

import dev.countersign.challenge.Challenge;
import dev.countersign.challenge.Challenges;
import dev.countersign.challenge.Kind;
import dev.countersign.challenge.Opening;
import dev.countersign.challenge.Operation;
import dev.countersign.challenge.PublicAddress;
import dev.countersign.proof.ProofClaims;
import dev.countersign.proof.Proofs;
import dev.countersign.refusal.OpeningRefusal;
import dev.countersign.refusal.ProofRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.signin.ConsoleUser;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.TenantStore;
import dev.countersign.value.RequestId;
import dev.countersign.value.Secret;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The factor that a user's protection demands at a login, by a challenge of our own like any application's.
public final class SecondFactor {
    /// Where challenges of the console return to.
    public static final String RETURN = "/console/signin/return";

    private final Challenges challenges;
    private final Proofs proofs;
    private final TenantStore tenants;
    private final PublicAddress own;
    private final RandomGenerator random;

    /// @param challenges opens them
    /// @param proofs redeems what they are worth
    /// @param tenants knows whose users are
    /// @param own how browsers reach this installation
    /// @param random a cryptographic generator
    public SecondFactor(
            Challenges challenges, Proofs proofs, TenantStore tenants, PublicAddress own, RandomGenerator random) {
        this.challenges = challenges;
        this.proofs = proofs;
        this.tenants = tenants;
        this.own = own;
        this.random = random;
    }

    /// What is asked of somebody.
    sealed interface Demand {
        /// Nothing more.
        record Nothing() implements Demand {}

        /// This challenge.
        ///
        /// @param id the challenge
        /// @param nonce what comes back with it
        /// @param page where it is shown
        record Challenged(String id, String nonce, String page) implements Demand {}

        /// Something that can't be shown.
        record Unable() implements Demand {}
    }

    /// Asks.
    Demand ask(ConsoleUser user, String locale, String source, RequestId request) {
        String nonce = Tickets.secret(random).reveal();
        Opening opening = new Opening(
                user.principal().uin(),
                Kind.LOGIN,
                Operation.NONE,
                new Challenge.Return(own.get() + RETURN, nonce),
                locale,
                Optional.empty());
        try {
            return challenges
                    .open(caller(user, source, request), opening)
                    .<Demand>map(one -> new Demand.Challenged(one.id(), nonce, challenges.page(one)))
                    .orElseGet(Demand.Nothing::new);
        } catch (Refused refused) {
            if (refused.refusal() instanceof OpeningRefusal) {
                return new Demand.Unable();
            }
            throw refused;
        }
    }

    /// Whether a result code is of this very challenge, put to this very user. It is used up.
    boolean shown(ConsoleUser user, Demand.Challenged asked, Secret code, String source, RequestId request) {
        Caller caller = caller(user, source, request);
        try {
            Secret proof = proofs.exchange(caller, code, Optional.empty());
            ProofClaims claims =
                    proofs.redeem(caller, new Proofs.Presented.Whole(proof), Optional.empty(), Optional.empty());
            return claims.challenge().equals(asked.id())
                    && claims.nonce().equals(asked.nonce())
                    && claims.subject().equals(Long.toString(user.principal().uin()));
        } catch (Refused refused) {
            if (refused.refusal() instanceof ProofRefusal) {
                return false;
            }
            throw refused;
        }
    }

    private Caller caller(ConsoleUser user, String source, RequestId request) {
        return new Caller(
                tenants.tenant(user.principal().tenant()).orElseThrow(), user.principal(), "", source, request);
    }
}

package dev.countersign.server;

import dev.countersign.challenge.ChallengeMethod;
import dev.countersign.challenge.ChallengeStore;
import dev.countersign.challenge.Challenges;
import dev.countersign.challenge.CustomMethod;
import dev.countersign.challenge.EnrolmentCodes;
import dev.countersign.challenge.FirstEnrolment;
import dev.countersign.challenge.Methods;
import dev.countersign.challenge.PhoneMethod;
import dev.countersign.challenge.TotpMethod;
import dev.countersign.challenge.Visitors;
import dev.countersign.challenge.Visits;
import dev.countersign.challenge.WechatIdentities;
import dev.countersign.challenge.WechatMethod;
import dev.countersign.challenge.WechatProvider;
import dev.countersign.proof.Proofs;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.WechatConfig;
import dev.countersign.server.console.signin.SecondFactor;
import dev.countersign.server.dev.ChallengesCall;
import dev.countersign.server.dev.WechatStandIn;
import dev.countersign.server.http.Site;
import dev.countersign.server.page.ChallengeSite;
import dev.countersign.server.page.html.Pages;
import dev.countersign.server.proof.JoseSigner;
import dev.countersign.server.wechat.HttpWechat;
import dev.countersign.store.SqlChallengeStore;
import dev.countersign.store.SqlProofStore;
import dev.countersign.token.CustomTokens;
import dev.countersign.totp.TotpDevices;
import dev.countersign.value.Secret;
import dev.countersign.verification.Verifications;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Challenges and what they are worth, wired.
///
/// @param challenges the application's side
/// @param visits the browser's side
/// @param enrolment the browser's side, for who has no device yet
/// @param proofs what a passed challenge is worth
/// @param frontage how browsers reach them
record Challenging(Challenges challenges, Visits visits, FirstEnrolment enrolment, Proofs proofs, Frontage frontage) {
    /// How this installation is reached, and whom it asks.
    ///
    /// @param frontage how browsers reach it
    /// @param ownReturns paths of our own that any challenge may return to
    /// @param wechat WeChat, where there is an application for it
    /// @param identities who principals are at WeChat
    record World(
            Frontage frontage, List<String> ownReturns, Optional<WechatProvider> wechat, WechatIdentities identities) {
        /// Of a server for real use.
        ///
        /// @param environment where secrets may be
        static World real(Configuration configuration, Storage storage, Map<String, String> environment) {
            WechatConfig wechat = configuration.wechat();
            HttpWechat.Addresses addresses =
                    new HttpWechat.Addresses(wechat.authorizeUrl(), wechat.exchangeUrl(), wechat.privateTargets());
            return new World(
                    new Frontage(configuration.challenge().publicUrl()),
                    configuration.console().enabled() ? List.of(SecondFactor.RETURN) : List.of(),
                    wechat.appId()
                            .map(id -> new HttpWechat(
                                    new HttpWechat.Application(
                                            id, wechat.secret().orElseThrow().resolve(environment)),
                                    () -> addresses)),
                    storage.wechatIdentities());
        }

        /// Of a dev world, which plays WeChat itself.
        static World dev(Configuration configuration, WechatStandIn wechat) {
            Frontage frontage = new Frontage(configuration.challenge().publicUrl());
            return new World(
                    frontage,
                    List.of(ChallengesCall.RETURNED),
                    Optional.of(new HttpWechat(
                            new HttpWechat.Application(WechatStandIn.APPLICATION, Secret.of(WechatStandIn.SECRET)),
                            () -> new HttpWechat.Addresses(
                                    frontage.get() + "/dev/wechat/qrconnect",
                                    frontage.get() + "/dev/wechat/access_token",
                                    true))),
                    wechat);
        }
    }

    /// The factors that methods check by.
    ///
    /// @param verifications codes that are sent
    /// @param totp devices' codes
    /// @param tokens tenants' own checks
    /// @param codes the codes that administrators make
    record Factors(Verifications verifications, TotpDevices totp, CustomTokens tokens, EnrolmentCodes codes) {}

    /// Wires them.
    ///
    /// @param clock the time that challenges live by
    static Challenging wire(Storage storage, Factors factors, World world, Given given, InstantSource clock) {
        ChallengeStore store = new SqlChallengeStore(storage.database().transactions(), storage.seals());
        Challenges.Surroundings surroundings =
                new Challenges.Surroundings(clock, given.random(), world.frontage(), world.ownReturns());
        Methods methods = new Methods(methods(storage, factors, world, surroundings), factors.totp());
        Visitors visitors = new Visitors(storage.tenants());
        Visits visits = new Visits(store, methods, visitors, surroundings);
        Proofs proofs = new Proofs(
                new SqlProofStore(storage.database().transactions(), storage.seals()),
                new JoseSigner(storage.proofKeys(), given.random(), clock),
                new Proofs.Surroundings(clock, given.random(), world.frontage()));
        return new Challenging(
                new Challenges(
                        store,
                        new Challenges.Subjects(storage.tenants(), storage.protections(), storage.rules()),
                        methods,
                        surroundings),
                visits,
                new FirstEnrolment(visits, visitors, factors.verifications(), factors.codes(), factors.totp()),
                proofs,
                world.frontage());
    }

    /// The page that browsers see.
    Site page(Storage storage, Pages pages, Given given) {
        return new ChallengeSite(
                new ChallengeSite.Behind(visits, enrolment, storage.tenants(), storage.rules()),
                pages,
                frontage,
                given.requestIds());
    }

    private static List<ChallengeMethod> methods(
            Storage storage, Factors factors, World world, Challenges.Surroundings surroundings) {
        List<ChallengeMethod> methods = new ArrayList<>(List.of(
                new PhoneMethod(factors.verifications(), storage.tenants()),
                new TotpMethod(factors.totp(), factors.verifications(), storage.tenants()),
                new CustomMethod(factors.tokens()::mint, storage.rules())));
        world.wechat().ifPresent(wechat -> methods.add(new WechatMethod(wechat, world.identities(), surroundings)));
        return methods;
    }
}

package dev.countersign.server;

import dev.countersign.customer.Customers;
import dev.countersign.customer.Trades;
import dev.countersign.delivery.Bell;
import dev.countersign.delivery.Carriers;
import dev.countersign.delivery.Messages;
import dev.countersign.destination.Destinations;
import dev.countersign.destination.NumberingPlan;
import dev.countersign.gateway.Admission;
import dev.countersign.gateway.Authentication;
import dev.countersign.gateway.Gateway;
import dev.countersign.gateway.Interventions;
import dev.countersign.gateway.Journal;
import dev.countersign.gateway.Observer;
import dev.countersign.gateway.action.ActionRegistry;
import dev.countersign.gateway.action.Product;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.Dialects;
import dev.countersign.gateway.dialect.alibaba.AlibabaDialect;
import dev.countersign.gateway.dialect.rest.RestDialect;
import dev.countersign.gateway.dialect.tencent.TencentDialect;
import dev.countersign.limit.LocalLimitStore;
import dev.countersign.limit.SecondWindows;
import dev.countersign.migration.Numbers;
import dev.countersign.migration.Spaces;
import dev.countersign.nonce.NonceStore;
import dev.countersign.password.Passwords;
import dev.countersign.product.alibaba.cams.v20200606.Cams;
import dev.countersign.product.alibaba.dypnsapi.v20170525.Dypnsapi;
import dev.countersign.product.alibaba.sts.v20150401.AlibabaSts;
import dev.countersign.product.countersign.v1.CountersignV1;
import dev.countersign.product.countersign.v1.V1Authenticators;
import dev.countersign.product.countersign.v1.V1Challenges;
import dev.countersign.product.countersign.v1.V1Delivery;
import dev.countersign.product.countersign.v1.V1Protection;
import dev.countersign.product.countersign.v1.V1Webhooks;
import dev.countersign.product.tencent.cam.v20190116.Cam;
import dev.countersign.product.tencent.cam.v20190116.CamMfa;
import dev.countersign.product.tencent.cam.v20190116.CamPolicies;
import dev.countersign.product.tencent.cam.v20190116.CamUsers;
import dev.countersign.product.tencent.intlpartnersmgt.v20220928.IntlPartnersMgt;
import dev.countersign.product.tencent.intlpartnersmgt.v20220928.TradeCatalogue;
import dev.countersign.product.tencent.sts.v20180813.Sts;
import dev.countersign.protection.SensitiveCalls;
import dev.countersign.server.password.Argon2Hasher;
import dev.countersign.server.telephony.LibphonenumberPlan;
import dev.countersign.verification.Served;
import dev.countersign.verification.TestNumbers;
import dev.countersign.verification.Verifications;
import dev.countersign.verification.Watch;
import dev.countersign.webhook.Webhooks;
import java.time.InstantSource;
import java.util.List;

/// The domain's services and what is published of them, wired.
///
/// @param bell rings when a message was written
/// @param plan knows numbers
/// @param guarding protections and custom tokens
/// @param challenging challenges and proofs
/// @param registry the published actions
/// @param dialects how they are spoken
/// @param access second factors and temporary keys
/// @param policy what callers may do
/// @param passwords hashes and compares passwords
record Services(
        Bell bell,
        NumberingPlan plan,
        Guarding guarding,
        Challenging challenging,
        ActionRegistry registry,
        List<Dialect> dialects,
        TemporaryAccess access,
        PolicyServices policy,
        Passwords passwords) {
    private static final int HASHES_WAITING = 64;

    /// Wires them.
    ///
    /// @param clock the time that codes live by
    /// @param testNumbers destinations with fixed codes
    /// @param delivering how messages leave
    static Services wire(
            Storage storage,
            Rules rules,
            Given given,
            InstantSource clock,
            TestNumbers testNumbers,
            Watch watch,
            Delivering delivering) {
        NumberingPlan plan = new LibphonenumberPlan();
        Bell bell = new Bell();
        Verifications verifications = new Verifications(
                storage.verifications(),
                testNumbers,
                rules.verification(),
                new Verifications.Surroundings(
                        clock,
                        given.random(),
                        watch,
                        bell,
                        Served.of(delivering.desk().routes())));
        Messages messages = new Messages(storage.history());
        Passwords passwords = new Passwords(
                new Argon2Hasher(given.random()), Runtime.getRuntime().availableProcessors(), HASHES_WAITING);
        Trades trades = TradeCatalogue.standard();
        Customers customers = new Customers(
                storage.customers(),
                verifications,
                passwords,
                new Customers.Rules(rules.registration(), plan, trades),
                new Customers.Surroundings(clock, given.random()));
        Destinations destinations = new Destinations(plan, rules.validation());
        PolicyServices policy = PolicyServices.wire(storage, given, clock, rules.secure());
        TemporaryAccess access = TemporaryAccess.wire(
                storage, rules, given, clock, watch, new AssumedRoles(policy.roles(), policy.documents()));
        Directory directory =
                Directory.wire(storage, policy.authorisation(), rules, given, clock, passwords, testNumbers, bell);
        Guarding guarding = Guarding.wire(storage, rules.guardsLowering(), given, clock);
        Enrolling enrolling = Enrolling.wire(
                storage,
                rules,
                given,
                clock,
                new Enrolling.Comparing(verifications, access.devices(), watch),
                new Reach(rules.verification().countries(), testNumbers, clock),
                bell);
        Challenging challenging = Challenging.wire(
                storage,
                new Challenging.Factors(verifications, access.devices(), guarding.tokens(), enrolling.codes()),
                rules.challenging(),
                given,
                clock);
        Spaces spaces = new Spaces(storage.spaces(), clock, given.random());
        Numbers numbers = new Numbers(spaces, storage.numbers(), verifications, clock, given.random());
        Webhooks webhooks = new Webhooks(
                storage.webhooks(),
                storage.webhooks(),
                rules.webhooks(),
                new Webhooks.Surroundings(clock, given.random()));
        List<Product> products = List.of(
                IntlPartnersMgt.product(customers, destinations, plan, trades),
                Cam.product(
                        CamUsers.actions(directory.users(), directory.keys(), destinations),
                        CamMfa.actions(guarding.protections(), guarding.tokens()),
                        CamPolicies.actions(policy.policies(), policy.roles())),
                Sts.product(access.sessions()),
                AlibabaSts.product(access.sessions()),
                Cams.product(spaces, numbers, destinations),
                Dypnsapi.product(verifications, destinations, rules.dypns()),
                CountersignV1.product(
                        verifications,
                        destinations,
                        storage.tenants(),
                        messages,
                        V1Delivery.actions(verifications, messages, new Carriers(delivering.desk(), clock)),
                        V1Protection.actions(guarding.protections(), guarding.rules()),
                        V1Authenticators.actions(
                                enrolling.authenticators(),
                                enrolling.changes(),
                                enrolling.devices(),
                                enrolling.codes(),
                                destinations),
                        V1Challenges.actions(challenging.challenges(), challenging.proofs()),
                        V1Webhooks.actions(webhooks)));
        Dialect tencent = new TencentDialect(rules.tencent());
        List<Dialect> dialects =
                List.of(tencent, new AlibabaDialect(rules.alibaba(), tencent::speaks), new RestDialect(products));
        return new Services(
                bell,
                plan,
                guarding,
                challenging,
                new ActionRegistry(products, dialects),
                dialects,
                access,
                policy,
                passwords);
    }

    /// The path of a request over these services.
    Gateway gateway(Storage storage, Rules rules, Given given, InstantSource clock, Around around) {
        return new Gateway(
                new Dialects(dialects),
                registry,
                new Authentication(storage.tenants(), access.keys(), storage.seals(), around.nonces(), given.clock()),
                new Admission(
                        new SecondWindows(new LocalLimitStore(), given.clock(), rules.relaxed()),
                        policy.authorisation(),
                        new SensitiveCalls(storage.rules()),
                        storage.audit(),
                        clock),
                new Gateway.Surroundings(
                        given.requestIds(), around.observer(), around.interventions(), around.journal()));
    }

    /// What calls meet beside the services.
    ///
    /// @param nonces remembers what may be used once
    /// @param observer told of each answer
    /// @param interventions failures that a developer chose
    /// @param journal takes down what became of each call
    record Around(NonceStore nonces, Observer observer, Interventions interventions, Journal journal) {}
}

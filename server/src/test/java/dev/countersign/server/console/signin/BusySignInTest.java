package dev.countersign.server.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.challenge.ChallengeStore;
import dev.countersign.challenge.Challenges;
import dev.countersign.challenge.Methods;
import dev.countersign.directory.UserStore;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.password.PasswordHasher;
import dev.countersign.password.Passwords;
import dev.countersign.proof.ProofSigner;
import dev.countersign.proof.ProofStore;
import dev.countersign.proof.Proofs;
import dev.countersign.protection.ProtectionStore;
import dev.countersign.protection.TenantRulesStore;
import dev.countersign.server.console.Door.Answered;
import dev.countersign.server.console.Door.Knock;
import dev.countersign.server.console.guest.Guest;
import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.server.console.html.Shell;
import dev.countersign.server.page.html.Language;
import dev.countersign.server.page.html.Words;
import dev.countersign.signin.ConsoleUser;
import dev.countersign.signin.ConsoleUserStore;
import dev.countersign.signin.NewPasswords;
import dev.countersign.signin.SignIns;
import dev.countersign.signin.Tries;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TenantStore;
import dev.countersign.testkit.TestClock;
import dev.countersign.totp.TotpDevices;
import dev.countersign.totp.TotpStore;
import dev.countersign.value.Bytes;
import dev.countersign.value.RequestId;
import dev.countersign.value.Secret;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.VerificationPolicy;
import dev.countersign.verification.Watch;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What people are told while more passwords are compared than there is room for.
final class BusySignInTest {
    private static final long UIN = 101_000_000_001L;
    private static final Secret VISITOR = Secret.of("a visitor's cookie");

    private final SecureRandom random = new SecureRandom();
    private final TestClock clock = new TestClock(Instant.parse("2027-01-01T00:00:00Z"));

    /// Nobody may wait for it, so that everybody is refused.
    private final Passwords full = new Passwords(unasked(PasswordHasher.class), 1, 0);

    private final Tickets<Arriving> arrivals = tickets();
    private final SignInDoor door = door();

    /// Something that fails the test when it is asked.
    private static <T> T unasked(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new AssertionError(type.getSimpleName() + "." + method.getName());
                }));
    }

    /// There is nobody.
    private static ConsoleUserStore nobody() {
        return (ConsoleUserStore) Proxy.newProxyInstance(
                ConsoleUserStore.class.getClassLoader(),
                new Class<?>[] {ConsoleUserStore.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("find");
                    return Optional.empty();
                });
    }

    private <T> Tickets<T> tickets() {
        Duration day = Duration.ofDays(1);
        return new Tickets<>(new Tickets.Lifetimes(day, day), 10, clock, random);
    }

    private SignInDoor door() {
        AttemptPolicy policy = new AttemptPolicy(VerificationPolicy.standard());
        Watch watch = unasked(Watch.class);
        TenantStore tenants = unasked(TenantStore.class);
        TotpDevices totp =
                new TotpDevices(unasked(TotpStore.class), policy, new TotpDevices.Surroundings(clock, random, watch));
        Challenges challenges = new Challenges(
                unasked(ChallengeStore.class),
                new Challenges.Subjects(tenants, unasked(ProtectionStore.class), unasked(TenantRulesStore.class)),
                new Methods(List.of(), totp),
                new Challenges.Surroundings(clock, random, () -> "", List.of()));
        Proofs proofs = new Proofs(
                unasked(ProofStore.class),
                unasked(ProofSigner.class),
                new Proofs.Surroundings(clock, random, () -> ""));
        SignIns signIns = new SignIns(
                nobody(),
                unasked(UserStore.class),
                full,
                policy,
                new SignIns.Surroundings(
                        clock,
                        watch,
                        Secret.of("decoy"),
                        new Tries(clock, new Tries.Networks(Network::of, Network::site))));
        return new SignInDoor(
                new Proving(
                        signIns,
                        new SecondFactor(challenges, proofs, tenants, () -> "", random),
                        new NewPasswords(nobody(), full, clock)),
                new Roster(Set.of(UIN), Set.of(), Set.of()),
                new SignInDoor.Held(tickets(), arrivals),
                new SignInDoor.Outfit(new ConsolePages(), random, RequestId.from(random)));
    }

    private Response posted(String page, Secret visitor, Map<String, String> sent) {
        Request request = new Request(
                "POST",
                "/console/" + page,
                "",
                Headers.of("Cookie", "__Host-countersign_signin=" + visitor.reveal()),
                Bytes.none(),
                "192.0.2.1",
                false);
        Shell shell = new Shell(
                Words.of(Language.EN, ConsolePages.class), List.of(), "auto", "/a", "/console", Guest.outside(""));
        return ((Answered) door.open(new Knock(request, List.of(page.split("/")), sent, shell, true))).response();
    }

    private static void assertBusy(Response answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).contains(Map.entry("Retry-After", "1"));
        assertThat(answer.body().toUtf8()).contains("Too many people are signing in right now");
    }

    @Test
    void who_signs_in_is_told_to_come_back_and_not_that_it_was_wrong() {
        assertBusy(posted(
                "signin",
                VISITOR,
                Map.of("token", Cookie.token(VISITOR), "uin", Long.toString(UIN), "password", "Correct-horse-7")));
    }

    @Test
    void who_chooses_a_password_is_told_to_come_back() {
        ConsoleUser user = new ConsoleUser(new Principal(UIN, 7, "ann"), true, true, Secret.of("hash"));
        Secret ticket = arrivals.issue(new Arriving(user, new Arriving.Before.NewPassword(), "/console"));
        assertBusy(posted(
                "signin/password",
                ticket,
                Map.of("token", Cookie.token(ticket), "password", "Battery-staple-9", "again", "Battery-staple-9")));
    }
}

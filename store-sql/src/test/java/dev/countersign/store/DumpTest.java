package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.authenticator.Change;
import dev.countersign.authenticator.ChangeStore;
import dev.countersign.authenticator.Current;
import dev.countersign.authenticator.EnrolmentCodeStore.EnrolmentCode;
import dev.countersign.challenge.Challenge;
import dev.countersign.challenge.Challenge.Asked;
import dev.countersign.challenge.Kind;
import dev.countersign.challenge.Operation;
import dev.countersign.challenge.WechatProvider.Identity;
import dev.countersign.customer.Customer;
import dev.countersign.customer.CustomerStore.Caps;
import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.Templates;
import dev.countersign.delivery.template.TemplateBook;
import dev.countersign.destination.Channel;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.directory.Assertion;
import dev.countersign.directory.User.Login;
import dev.countersign.directory.UserStore.Telling;
import dev.countersign.directory.UserStore.UserChange;
import dev.countersign.proof.ProofClaims;
import dev.countersign.proof.ProofStore.Issue;
import dev.countersign.protection.Method;
import dev.countersign.seal.Seals;
import dev.countersign.store.SqlTestNumbers.TestNumber;
import dev.countersign.store.database.Database;
import dev.countersign.store.database.StoreConfig;
import dev.countersign.store.database.Transactions;
import dev.countersign.sts.IssuedKey;
import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.tenant.TenantStore.UserRecord;
import dev.countersign.testkit.Given;
import dev.countersign.testkit.Installation;
import dev.countersign.testkit.PolicyNumbers;
import dev.countersign.testkit.StoreContract;
import dev.countersign.testkit.TestClock;
import dev.countersign.token.CustomToken;
import dev.countersign.totp.TotpSecret;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Code;
import dev.countersign.verification.Demand;
import dev.countersign.verification.IdempotencyKey;
import dev.countersign.verification.PreparedCode;
import dev.countersign.verification.Purpose;
import dev.countersign.verification.SendPolicy;
import dev.countersign.verification.Verification;
import dev.countersign.verification.VerificationPolicy;
import dev.countersign.webhook.SigningKey;
import dev.countersign.webhook.Subscription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever reads the files without the master key finds no code, secret, number or address in them.
final class DumpTest extends StoreContract {
    private static final PhoneNumber PHONE = new PhoneNumber("852", "6913572468");
    private static final MailAddress MAIL = new MailAddress("dump.me.not@example.com");
    private static final Code FIXED = Code.of("864209753");
    private static final Code SENT = Code.of("975318642");
    private static final TotpSecret APP = TotpSecret.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    private static final IssuedKey TEMPORARY = new IssuedKey(
            new AccessKey("AKIDtmpdump", Secret.of("the secret of a temporary key")),
            Secret.of("the token of a temporary key"),
            new TemporaryKey(Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty()));
    private static final Secret CUSTOM = Secret.of("mfa_idc-11-d70986da-24c7-4d5f-b6bd-0d2f94a571d0");
    private static final Secret BROWSER = Secret.of("the cookie of a browser");
    private static final Secret RESULT = Secret.of("the result code of a challenge");
    private static final Secret PROOF = Secret.of("signed.proof.jti-of-the-dump");
    private static final SigningKey HOOK_KEY = SigningKey.draw(new Random(5));
    private static final AccessKey KEY = new AccessKey("AKIDdump", Secret.of("the secret of this key"));

    @TempDir
    Path directory;

    @Override
    protected Installation install(TestClock time) {
        return SqlInstallation.of(time, () -> {}, Database.open(new StoreConfig.Sqlite(directory)));
    }

    @Test
    void the_files_hold_nothing_in_clear() throws IOException {
        fill();

        List<String> secrets = List.of(
                PHONE.national(),
                PHONE.digits(),
                MAIL.canonical(),
                "dump.me.not",
                FIXED.secret().reveal(),
                SENT.secret().reveal(),
                KEY.secret().reveal(),
                APP.base32().reveal(),
                TEMPORARY.key().secret().reveal(),
                TEMPORARY.token().reveal(),
                CUSTOM.reveal(),
                BROWSER.reveal(),
                RESULT.reveal(),
                PROOF.reveal(),
                "Mallory the payee",
                "openid-of-a-person",
                "unionid-of-a-person",
                "198.51.100.78",
                "6824681357",
                "6757575757",
                "QRST-UVWX-YZ23-4567",
                "QRSTUVWXYZ234567",
                HOOK_KEY.secret().reveal(),
                "a-secret-of-the-receiver",
                "198.51.100.77",
                "free text about a person");
        List<Path> files = files();
        assertThat(files).extracting(file -> file.getFileName().toString()).contains("countersign.db-wal");
        for (Path file : files) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(secrets).as(file.getFileName().toString()).noneMatch(content::contains);
        }
        assertThat(node().events().after(Given.TENANT.id(), 0, 100)).isNotEmpty();
        // The same search does find what stands there in clear.
        assertThat(files).anyMatch(file -> holds(file, "AKIDdump"));
    }

    private void fill() {
        Binding binding = Given.registration(PHONE);
        VerificationPolicy policy = VerificationPolicy.standard();
        node().tenants()
                .put(new UserRecord(
                        11,
                        Given.TENANT.id(),
                        "user",
                        Secret.of(PHONE.canonical()),
                        Secret.of(MAIL.canonical()),
                        true));
        node().tenants().addAccessKey(11, KEY);
        Principal user = new Principal(11, Given.TENANT.id(), "user");
        challenges(user);
        webhooks();
        Seals seals = ((SqlInstallation) installation()).seals();
        node().totp().put(user, APP, clock.instant(), entry());
        node().totp().begin(user, APP, clock.instant().plusSeconds(600), entry());
        node().temporaryKeys()
                .add(
                        user,
                        TEMPORARY,
                        seals.lookup("session-token", TEMPORARY.token().reveal()),
                        entry());
        send(new Demand(binding, Channel.SMS, "en", "198.51.100.77", Optional.empty()), SENT);
        send(
                new Demand(
                        Binding.anonymous(Given.TENANT.id(), Purpose.LOGIN, MAIL),
                        Channel.EMAIL,
                        "en",
                        "198.51.100.77",
                        Optional.empty()),
                SENT,
                new PolicyNumbers().source(9).build());
        for (DueMessage due : node().outbox().take(10, clock.instant(), Duration.ofSeconds(30))) {
            node().inbox()
                    .keep(
                            new TemplateBook(List.of(), Templates.standard()).write(due, clock.instant()),
                            clock.instant());
        }
        node().users().loggedIn(Given.TENANT.id(), 11, new Login(clock.instant(), "198.51.100.78"));
        node().users()
                .update(
                        Given.TENANT.id(),
                        11,
                        new UserChange(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                new Assertion(
                                        Optional.of(new PhoneNumber("852", "6824681357")),
                                        Optional.empty(),
                                        clock.instant(),
                                        Duration.ofHours(24)),
                                new Telling("en", to -> true, Given.CAUSE)),
                        AuditEntry.own(clock.instant(), Given.TENANT.id(), "user.changed", "uin/11", Map.of()));
        authenticators();
        redeem(binding, WRONG);
        Verification made = make(binding, FIXED, policy);
        Customer customer = new Customer(
                200, Given.TENANT.id(), "company", MAIL, PHONE, "HK", "a", "b", "Customer", false, clock.instant());
        node().customers()
                .create(
                        customer,
                        made.id(),
                        "$argon2id$",
                        "free text about a person",
                        new Caps(5, 5),
                        Given.caller(Given.TENANT.id()),
                        clock.instant());
        new SqlTestNumbers(transactions(), ((SqlInstallation) installation()).seals())
                .put(new TestNumber(PHONE, FIXED, clock.instant().plusSeconds(60)));
    }

    /// A passed challenge with its fields, its browser, its result code and the proof for it, and a token.
    private void challenges(Principal user) {
        Operation pay = Operation.of("pay", List.of(new Operation.Field("payee", "Mallory the payee")));
        Challenge opened = Given.challenge(11, new Asked(Kind.OPERATION, pay, Method.PHONE, false), clock.instant());
        IdempotencyKey key = new IdempotencyKey("chosen", Bytes.utf8("f"));
        node().challenges().open(Given.TENANT.id(), Optional.of(opened), Optional.of(key), entry(), clock.instant());
        node().challenges().bind(opened.id(), BROWSER, clock.instant());
        node().challenges().pass(opened.id(), List.of("sms"), clock.instant(), entry());
        Instant soon = clock.instant().plusSeconds(60);
        node().challenges().result(opened.id(), BROWSER, RESULT, soon, clock.instant());
        ProofClaims claims = new ProofClaims(
                "https://issuer.example.com",
                Long.toString(Given.TENANT.id()),
                Long.toString(user.uin()),
                Long.toString(Given.TENANT.id()),
                "jti-dump",
                opened.id(),
                "nonce",
                clock.instant(),
                soon,
                List.of("sms"),
                clock.instant(),
                "operation",
                "pay",
                pay.hash());
        node().proofs().exchange(new Issue(RESULT, claims, PROOF), Optional.of(key), clock.instant(), entry());
        node().tokens().add(new CustomToken(CUSTOM, Given.TENANT.id(), 11, opened.id(), clock.instant(), soon));
        new SqlWechatIdentities(transactions(), ((SqlInstallation) installation()).seals())
                .bind(
                        Given.TENANT.id(),
                        11,
                        new Identity("openid-of-a-person", Optional.of("unionid-of-a-person")),
                        entry());
    }

    /// A webhook whose key was changed: all that follows is told to it.
    private void webhooks() {
        Instant now = clock.instant();
        String url = "https://hooks.example.com/a-secret-of-the-receiver";
        node().webhooks()
                .put(
                        new Subscription(Given.TENANT.id(), "dump", url, Set.of(), true, now, now, Optional.empty()),
                        HOOK_KEY,
                        10,
                        entry());
        IdempotencyKey once = new IdempotencyKey("dump-3", Bytes.utf8("f"));
        SigningKey fresh = SigningKey.draw(new Random(6));
        node().webhooks().rotate(Given.TENANT.id(), "dump", fresh, now, Optional.of(once), entry());
    }

    private void authenticators() {
        Change change = new Change(
                "7f0c3b1e-6c1d-4b5a-9a55-0f6a3c0d9e21",
                Given.TENANT.id(),
                11,
                new PhoneNumber("852", "6757575757"),
                Optional.of(new PhoneNumber("852", "6824681357")),
                Optional.of(new Current.Device()),
                "en",
                Change.Status.PENDING,
                clock.instant().plusSeconds(600),
                Optional.empty());
        Demand demand = new Demand(change.binding(change.to()), Channel.SMS, "en", "198.51.100.77", Optional.empty());
        assertThat(node().changes()
                        .start(
                                new ChangeStore.Start(
                                        change,
                                        List.of(new PreparedCode(demand, SENT, false)),
                                        new SendPolicy(VerificationPolicy.standard()),
                                        Optional.of(new IdempotencyKey("dump-1", Bytes.utf8("f"))),
                                        entry()),
                                clock.instant()))
                .isPresent();
        node().enrolmentCodes()
                .put(
                        new Principal(11, Given.TENANT.id(), "user"),
                        new EnrolmentCode(
                                Secret.of("QRST-UVWX-YZ23-4567"),
                                clock.instant().plusSeconds(600)),
                        Optional.of(new IdempotencyKey("dump-2", Bytes.utf8("f"))),
                        entry(),
                        clock.instant());
    }

    private AuditEntry entry() {
        return AuditEntry.own(clock.instant(), Given.TENANT.id(), "enrolment.begun", "uin/11", Map.of());
    }

    private Transactions transactions() {
        return ((SqlInstallation) installation()).databases().getFirst().transactions();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

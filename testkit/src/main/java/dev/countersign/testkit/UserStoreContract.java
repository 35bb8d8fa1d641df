package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.Challenge;
import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.Message;
import dev.countersign.delivery.Templates;
import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.directory.Assertion;
import dev.countersign.directory.User;
import dev.countersign.directory.User.Console;
import dev.countersign.directory.User.Login;
import dev.countersign.directory.UserPolicy;
import dev.countersign.directory.UserStore;
import dev.countersign.directory.UserStore.Telling;
import dev.countersign.directory.UserStore.UserChange;
import dev.countersign.protection.Method;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.UserRefusal;
import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.Principal;
import dev.countersign.value.Secret;
import dev.countersign.verification.Binding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// What every store of users keeps, and what becomes of whom a number is taken from.
public abstract class UserStoreContract extends StoreContract {
    private static final long TENANT = Given.TENANT.id();
    private static final long OTHER = Given.OTHER.id();
    private static final long UIN = 101_000_000_001L;
    private static final MailAddress MAIL = new MailAddress("carol@example.com");
    private static final UserPolicy POLICY = UserPolicy.standard();

    @Test
    void a_user_is_read_back_by_name_by_uin_and_in_the_list() {
        User carol = carol();
        assertThat(add(carol)).isTrue();

        assertThat(users().find(TENANT, "carol")).contains(carol);
        assertThat(users().all(TENANT)).containsExactly(carol);
        assertThat(users().among(TENANT, Set.of(UIN, 5L, TENANT))).containsExactly(carol);
        assertThat(users().among(TENANT, Set.of())).isEmpty();
        assertThat(node().tenants().principal(TENANT, UIN)).map(Principal::name).contains("carol");
        assertThat(node().tenants().bound(TENANT, UIN)).contains(carol.bound());
    }

    @Test
    void the_root_is_no_user_and_has_nothing_bound() {
        assertThat(users().find(TENANT, Given.TENANT.name())).isEmpty();
        assertThat(users().all(TENANT)).isEmpty();
        assertThat(node().tenants().bound(TENANT, TENANT)).contains(Bound.NOTHING);
    }

    @Test
    void another_tenants_user_does_not_exist() {
        add(carol());

        assertThat(users().find(OTHER, "carol")).isEmpty();
        assertThat(users().all(OTHER)).isEmpty();
        assertThat(users().among(OTHER, Set.of(UIN))).isEmpty();
        assertThat(node().tenants().bound(OTHER, UIN)).isEmpty();
        assertThat(update(OTHER, UIN, remark("mine now"))).isFalse();
        assertThat(delete(OTHER, UIN, true)).isFalse();
        assertThat(users().find(TENANT, "carol")).contains(carol());
    }

    @Test
    void a_name_is_taken_once_in_a_tenant_and_the_roots_is_taken() {
        add(carol());

        assertThat(refusal(() -> add(user(UIN + 1, 2, TENANT, "carol")))).isEqualTo(new UserRefusal.NameTaken());
        assertThat(refusal(() -> add(user(UIN + 1, 2, TENANT, Given.TENANT.name()))))
                .isEqualTo(new UserRefusal.NameTaken());
        assertThat(add(user(UIN + 1, 2, OTHER, "carol"))).isTrue();
    }

    @Test
    void a_uin_or_uid_that_is_taken_is_to_be_drawn_again() {
        add(carol());

        assertThat(add(user(UIN, 2, TENANT, "dave"))).isFalse();
        assertThat(add(user(UIN, 2, OTHER, "dave"))).isFalse();
        assertThat(add(user(UIN + 1, carol().uid(), TENANT, "dave"))).isFalse();
        assertThat(add(user(OTHER, 2, TENANT, "dave"))).isFalse();
        assertThat(users().find(TENANT, "dave")).isEmpty();
    }

    @Test
    void a_tenant_has_so_many_users_and_no_more() {
        UserPolicy two = new UserPolicy(2, 100, Duration.ZERO);
        add(user(UIN, 1, TENANT, "a"), two);
        add(user(UIN + 1, 2, TENANT, "b"), two);

        assertThat(refusal(() -> add(user(UIN + 2, 3, TENANT, "c"), two))).isEqualTo(new UserRefusal.UsersFull(2));
        assertThat(add(user(UIN + 2, 3, OTHER, "c"), two)).isTrue();
        delete(TENANT, UIN, false);
        assertThat(add(user(UIN + 3, 4, TENANT, "d"), two)).isTrue();
    }

    @Test
    void a_tenant_adds_so_many_in_an_hour_however_many_it_deletes() {
        UserPolicy two = new UserPolicy(100, 2, Duration.ZERO);
        for (int n = 0; n < 2; n++) {
            add(user(UIN + n, n + 1, TENANT, "user" + n), two);
            delete(TENANT, UIN + n, false);
        }

        assertThat(refusal(() -> add(user(UIN + 2, 3, TENANT, "c"), two)))
                .isEqualTo(new UserRefusal.NewUsersTooMany(2));
        assertThat(add(user(UIN + 2, 3, OTHER, "c"), two)).isTrue();
        later(Duration.ofHours(1));
        assertThat(add(user(UIN + 3, 4, TENANT, "d"), two)).isTrue();
    }

    @Test
    void of_many_who_take_one_name_one_gets_it() {
        List<Boolean> done = Race.of(16, n -> {
            try {
                return (n % 2 == 0 ? node() : installation().another())
                        .users()
                        .add(
                                user(UIN + n, n + 1, TENANT, "carol"),
                                Optional.empty(),
                                Optional.empty(),
                                POLICY,
                                entry());
            } catch (Refused taken) {
                assertThat(taken.refusal()).isEqualTo(new UserRefusal.NameTaken());
                return false;
            }
        });

        assertThat(done).filteredOn(yes -> yes).hasSize(1);
        assertThat(users().all(TENANT)).hasSize(1);
    }

    @Test
    void the_most_users_are_not_exceeded_by_many_at_once() {
        UserPolicy three = new UserPolicy(3, 100, Duration.ZERO);
        Race.of(12, n -> {
            try {
                return (n % 2 == 0 ? node() : installation().another())
                        .users()
                        .add(user(UIN + n, n + 1, TENANT, "u" + n), Optional.empty(), Optional.empty(), three, entry());
            } catch (Refused full) {
                return false;
            }
        });

        assertThat(users().all(TENANT)).hasSize(3);
    }

    @Test
    void a_first_key_comes_with_its_user_and_signs() {
        AccessKey key = new AccessKey("AKIDcarol", Secret.of("secret"));
        users().add(carol(), Optional.of("$argon2id$"), Optional.of(key), POLICY, entry());

        assertThat(node().tenants().accessKey("AKIDcarol").orElseThrow().key()).isEqualTo(key);
        assertThat(node().keys().of(TENANT, UIN)).hasSize(1);
    }

    @Test
    void a_user_with_keys_is_deleted_only_with_them() {
        AccessKey key = new AccessKey("AKIDcarol", Secret.of("secret"));
        users().add(carol(), Optional.empty(), Optional.of(key), POLICY, entry());
        assertThat(node().tenants().accessKey("AKIDcarol")).isPresent();

        assertThat(refusal(() -> delete(TENANT, UIN, false))).isEqualTo(new UserRefusal.KeysRemain());
        assertThat(delete(TENANT, UIN, true)).isTrue();

        assertThat(node().tenants().accessKey("AKIDcarol")).isEmpty();
        assertThat(node().tenants().principal(TENANT, UIN)).isEmpty();
        assertThat(delete(TENANT, UIN, true)).isFalse();
    }

    @Test
    void what_belongs_to_a_deleted_user_goes_with_it() {
        add(carol());
        Binding login = Given.login(phone(), UIN);
        make(login, code(1), dev.countersign.verification.VerificationPolicy.standard());
        node().tenants().addApiKey(dev.countersign.value.Bytes.utf8("hash"), UIN, Set.of("*"));
        notAccepted(redeem(login, WRONG));
        Challenge waiting = Given.opened(node(), UIN, Method.CUSTOM, clock.instant());
        Challenge passed = Given.opened(node(), UIN, Method.PHONE, clock.instant());
        Secret browser = Secret.of("browser");
        Secret result = Secret.of("result code");
        node().challenges().bind(passed.id(), browser, clock.instant());
        node().challenges().pass(passed.id(), List.of("sms"), clock.instant(), entry());
        node().challenges().result(passed.id(), browser, result, clock.instant().plusSeconds(60), clock.instant());
        assertThat(node().proofs().passed(TENANT, result, clock.instant())).isPresent();

        delete(TENANT, UIN, false);

        assertThat(node().challenges().find(waiting.id(), clock.instant()))
                .map(Challenge::status)
                .contains(Challenge.Status.CANCELLED);
        assertThat(node().proofs().passed(TENANT, result, clock.instant())).isEmpty();

        assertThat(notAccepted(redeem(login, code(1)))).isZero();
        assertThat(node().tenants().apiKey(dev.countersign.value.Bytes.utf8("hash")))
                .isEmpty();
        assertThat(node().verifications().unlock(UIN, "phone", entry())).isFalse();
    }

    @Test
    void a_change_leaves_alone_what_it_does_not_name() {
        add(carol());

        update(TENANT, UIN, remark("new remark"));

        User changed = users().find(TENANT, "carol").orElseThrow();
        assertThat(changed.remark()).isEqualTo("new remark");
        assertThat(changed.console()).isEqualTo(carol().console());
        assertThat(changed.bound()).isEqualTo(carol().bound());
        assertThat(outgoing()).isZero();
    }

    @Test
    void a_number_that_is_replaced_is_told_and_operations_cool_off() {
        add(carol());
        Binding login = Given.login(phone(), UIN);
        make(login, code(1), dev.countersign.verification.VerificationPolicy.standard());

        update(TENANT, UIN, asserting(Optional.of(Given.phone(2)), Optional.empty(), "zh-CN"));

        Bound after = node().tenants().bound(TENANT, UIN).orElseThrow();
        assertThat(after.phone()).contains(Given.phone(2));
        assertThat(after.mail()).contains(MAIL);
        assertThat(after.coolOffUntil()).contains(clock.instant().plus(Duration.ofHours(24)));
        DueMessage notice = take().getFirst();
        assertThat(notice.to()).isEqualTo(phone());
        assertThat(notice.channel()).isEqualTo(Channel.SMS);
        assertThat(notice.code()).isEmpty();
        assertThat(notice.purpose()).isEqualTo("notice-changed");
        assertThat(notice.locale()).isEqualTo("zh-CN");
        assertThat(notAccepted(redeem(login, code(1)))).isZero();
    }

    @Test
    void number_and_address_are_each_told_where_they_were() {
        add(carol());

        update(
                TENANT,
                UIN,
                asserting(Optional.of(Given.phone(2)), Optional.of(new MailAddress("new@example.com")), "en"));

        assertThat(take()).extracting(DueMessage::to).containsExactlyInAnyOrder(phone(), MAIL);
    }

    @Test
    void a_first_number_and_one_that_is_bound_already_tell_nobody() {
        add(new User(
                UIN,
                1,
                TENANT,
                "carol",
                "",
                new Console(false, false, Optional.empty()),
                Bound.NOTHING,
                clock.instant()));

        update(TENANT, UIN, asserting(Optional.of(phone()), Optional.of(MAIL), "en"));
        update(TENANT, UIN, asserting(Optional.of(phone()), Optional.of(MAIL), "en"));

        assertThat(outgoing()).isZero();
        assertThat(node().tenants().bound(TENANT, UIN))
                .contains(new Bound(Optional.of(phone()), Optional.of(MAIL), false, Optional.empty()));
    }

    @Test
    void of_two_changes_each_tells_the_number_that_it_replaced() {
        add(carol());
        Race.of(
                2,
                n -> (n == 0 ? node() : installation().another())
                        .users()
                        .update(
                                TENANT,
                                UIN,
                                asserting(Optional.of(Given.phone(2 + n)), Optional.empty(), "en"),
                                entry()));

        Destination last =
                node().tenants().bound(TENANT, UIN).orElseThrow().phone().orElseThrow();
        Destination between = last.equals(Given.phone(2)) ? Given.phone(3) : Given.phone(2);
        assertThat(take()).extracting(DueMessage::to).containsExactlyInAnyOrder(phone(), between);
    }

    @Test
    void where_no_message_may_go_none_is_written() {
        add(carol());

        update(TENANT, UIN, asserting(Optional.of(Given.phone(2)), Optional.empty(), "en", to -> false));

        assertThat(outgoing()).isZero();
        assertThat(node().tenants().bound(TENANT, UIN).orElseThrow().coolOffUntil())
                .isPresent();
    }

    @Test
    void a_notice_counts_for_no_ceiling_and_comes_into_the_inbox_without_a_code() {
        add(carol());
        update(TENANT, UIN, asserting(Optional.of(Given.phone(2)), Optional.empty(), "en"));
        for (DueMessage due : take()) {
            Message written = Templates.standard().write(due, clock.instant());
            assertThat(node().inbox().keep(written, clock.instant())).isTrue();
        }

        send(Given.demand(Given.login(phone(), UIN)), code(1));
        send(Given.demand(Given.registration(phone())), code(2));

        assertThat(node().inbox()
                        .find(new dev.countersign.delivery.Inbox.Query(
                                Optional.of(phone().digits()), Optional.empty(), Optional.empty(), 10)))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.code().reveal()).isEmpty();
                    assertThat(kept.text().reveal()).contains("was changed by an administrator");
                });
    }

    @Test
    void a_notice_that_nobody_took_within_a_day_is_old() {
        add(carol());
        update(TENANT, UIN, asserting(Optional.of(Given.phone(2)), Optional.empty(), "en"));

        later(Duration.ofHours(24).minusMillis(1));
        assertThat(take()).hasSize(1);
        later(Duration.ofMinutes(1));
        assertThat(take()).isEmpty();
        assertThat(outgoing()).isZero();
    }

    @Test
    void a_login_is_remembered() {
        add(carol());
        Login login = new Login(clock.instant(), "192.0.2.7");

        users().loggedIn(TENANT, UIN, login);
        users().loggedIn(OTHER, UIN, new Login(clock.instant(), "192.0.2.8"));

        assertThat(users().find(TENANT, "carol").orElseThrow().console().last()).contains(login);
    }

    private UserStore users() {
        return node().users();
    }

    private List<DueMessage> take() {
        return node().outbox().take(10, clock.instant(), Duration.ofSeconds(30));
    }

    private boolean add(User user) {
        return add(user, POLICY);
    }

    private boolean add(User user, UserPolicy policy) {
        return users().add(user, Optional.empty(), Optional.empty(), policy, entry());
    }

    private boolean update(long tenant, long uin, UserChange change) {
        return users().update(tenant, uin, change, entry());
    }

    private boolean delete(long tenant, long uin, boolean withKeys) {
        return users().delete(tenant, uin, withKeys, entry());
    }

    private AuditEntry entry() {
        return AuditEntry.own(clock.instant(), TENANT, "user.changed", AuditEntry.principal(UIN), Map.of());
    }

    private static PhoneNumber phone() {
        return Given.phone(1);
    }

    private User carol() {
        return new User(
                UIN,
                1_000_000_007L,
                TENANT,
                "carol",
                "of accounting",
                new Console(true, true, Optional.empty()),
                new Bound(Optional.of(phone()), Optional.of(MAIL), false, Optional.empty()),
                clock.instant());
    }

    private User user(long uin, long uid, long tenant, String name) {
        return new User(
                uin,
                uid,
                tenant,
                name,
                "",
                new Console(false, false, Optional.empty()),
                Bound.NOTHING,
                clock.instant());
    }

    private UserChange remark(String remark) {
        return new UserChange(
                Optional.of(remark),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Assertion(Optional.empty(), Optional.empty(), clock.instant(), POLICY.coolOff()),
                new Telling("en", to -> true, Given.CAUSE));
    }

    private UserChange asserting(Optional<PhoneNumber> phone, Optional<MailAddress> mail, String locale) {
        return asserting(phone, mail, locale, to -> true);
    }

    private UserChange asserting(
            Optional<PhoneNumber> phone, Optional<MailAddress> mail, String locale, Predicate<Destination> reachable) {
        return new UserChange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Assertion(phone, mail, clock.instant(), POLICY.coolOff()),
                new Telling(locale, reachable, Given.CAUSE));
    }
}

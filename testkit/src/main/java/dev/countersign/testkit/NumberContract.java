package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.DueMessage;
import dev.countersign.destination.Channel;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.migration.NumberPolicy;
import dev.countersign.migration.NumberState;
import dev.countersign.migration.NumberStep;
import dev.countersign.migration.Numbers;
import dev.countersign.migration.Space;
import dev.countersign.migration.SpaceNumber;
import dev.countersign.migration.Spaces;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.NumberRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.refusal.SpaceUnknown;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.verification.Code;
import dev.countersign.verification.Served;
import dev.countersign.verification.TestNumbers;
import dev.countersign.verification.VerificationPolicy;
import dev.countersign.verification.Verifications;
import dev.countersign.verification.Watch;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of numbers keeps, seen through the service: the two loops from first to last, the order of
/// the checks, and that a number is connected in one space at the most.
public abstract class NumberContract extends StoreContract {
    private static final String HERE = "cams-here";
    private static final String THERE = "cams-there";
    private static final String THEIRS = "cams-theirs";
    private static final String BARE = "cams-bare";
    private static final PhoneNumber PHONE = Given.phone(1);
    private static final Caller STRANGER = new Caller(
            Given.OTHER,
            new Principal(Given.OTHER.id(), Given.OTHER.id(), "stranger"),
            "AKIDother",
            "192.0.2.2",
            CALLER.request());

    @BeforeEach
    void spaces() {
        add(new Space(HERE, Given.TENANT.id(), Optional.of("waba-1")));
        add(new Space(THERE, Given.TENANT.id(), Optional.of("waba-2")));
        add(new Space(THEIRS, Given.OTHER.id(), Optional.of("waba-3")));
        add(new Space(BARE, Given.TENANT.id(), Optional.empty()));
    }

    @Test
    void a_number_moves_in_from_initiated_to_connected() {
        SpaceNumber number = numbers().initiate(CALLER, HERE, PHONE);
        assertThat(number.state()).isEqualTo(NumberState.MIGRATING);
        assertThat(number.id()).matches("8[0-9]{11}");
        assertThat(number.phone()).isEqualTo(PHONE);

        assertThat(ask(CALLER, HERE, NumberStep.ASK_TO_MIGRATE)).isEqualTo(number);
        DueMessage message = sent();
        assertThat(message.purpose()).isEqualTo("migration");
        assertThat(message.to()).isEqualTo(PHONE);
        assertThat(message.locale()).isEqualTo("id");

        assertThat(numbers().verify(CALLER, HERE, PHONE, codeOf(message)).state())
                .isEqualTo(NumberState.VERIFIED);
        SpaceNumber connected = numbers().complete(CALLER, HERE, PHONE);
        assertThat(connected.state()).isEqualTo(NumberState.CONNECTED);
        assertThat(connected.id()).isEqualTo(number.id());
        assertThat(numbers().of(CALLER, HERE)).containsExactly(connected);
        assertThat(numbers().find(CALLER, HERE, PHONE)).isEqualTo(connected);
    }

    @Test
    void a_number_is_added_confirmed_let_go_and_registered_again_while_it_is_proven() {
        assertThat(numbers().add(CALLER, HERE, PHONE, "Shop").name()).isEqualTo("Shop");
        assertThat(numbers().add(CALLER, HERE, PHONE, "Other shop").name()).isEqualTo("Other shop");
        ask(CALLER, HERE, NumberStep.ASK_TO_ADD);
        DueMessage message = sent();
        assertThat(message.purpose()).isEqualTo("number-registration");
        assertThat(numbers().confirm(CALLER, HERE, PHONE, codeOf(message)).state())
                .isEqualTo(NumberState.CONNECTED);

        assertThat(numbers().deregister(CALLER, HERE, PHONE).state()).isEqualTo(NumberState.DISCONNECTED);
        later(SpaceNumber.VERIFIED_FOR.minusMillis(1));
        assertThat(numbers().register(CALLER, HERE, PHONE).state()).isEqualTo(NumberState.CONNECTED);
        numbers().deregister(CALLER, HERE, PHONE);
        later(Duration.ofMillis(1));
        assertThat(refused(() -> numbers().register(CALLER, HERE, PHONE)))
                .isEqualTo(new NumberRefusal.OutOfOrder("disconnected", "registered"));
        assertThat(numbers().of(CALLER, HERE)).extracting(SpaceNumber::name).containsExactly("Other shop");
    }

    @Test
    void a_verified_number_stays_so_for_14_days() {
        verified(CALLER, HERE);
        later(Duration.ofDays(14).minusMillis(1));
        assertThat(numbers().find(CALLER, HERE, PHONE).state()).isEqualTo(NumberState.VERIFIED);
        later(Duration.ofMillis(1));
        assertThat(numbers().find(CALLER, HERE, PHONE).state()).isEqualTo(NumberState.MIGRATING);
        assertThat(numbers().of(CALLER, HERE)).extracting(SpaceNumber::state).containsExactly(NumberState.MIGRATING);
        assertThat(refused(() -> numbers().complete(CALLER, HERE, PHONE)))
                .isEqualTo(new NumberRefusal.OutOfOrder("migrating", "completed"));

        ask(CALLER, HERE, NumberStep.ASK_TO_MIGRATE);
        numbers().verify(CALLER, HERE, PHONE, codeOf(sent()));
        assertThat(numbers().register(CALLER, HERE, PHONE).state()).isEqualTo(NumberState.CONNECTED);
    }

    @Test
    void the_space_is_looked_at_before_the_number_and_the_number_before_its_state() {
        for (String space : List.of("nowhere", THEIRS, "")) {
            assertThat(refused(() -> ask(CALLER, space, NumberStep.ASK_TO_MIGRATE)))
                    .isEqualTo(new SpaceUnknown());
            assertThat(refused(() -> numbers().initiate(CALLER, space, PHONE))).isEqualTo(new SpaceUnknown());
            assertThat(refused(() -> numbers().of(CALLER, space))).isEqualTo(new SpaceUnknown());
        }
        assertThat(refused(() -> ask(CALLER, HERE, NumberStep.ASK_TO_MIGRATE)))
                .isEqualTo(new NumberRefusal.NumberUnknown());
        assertThat(refused(() -> numbers().find(CALLER, HERE, PHONE))).isEqualTo(new NumberRefusal.NumberUnknown());
        assertThat(refused(() -> numbers().deregister(CALLER, HERE, PHONE)))
                .isEqualTo(new NumberRefusal.NumberUnknown());
        assertThat(refused(() -> numbers().initiate(CALLER, BARE, PHONE))).isEqualTo(new NumberRefusal.WabaNotBound());

        numbers().add(CALLER, HERE, PHONE, "Shop");
        assertThat(refused(() -> ask(CALLER, THERE, NumberStep.ASK_TO_ADD)))
                .isEqualTo(new NumberRefusal.NumberUnknown());
    }

    @Test
    void the_state_is_looked_at_before_limits_and_codes() {
        numbers().initiate(CALLER, HERE, PHONE);
        ask(CALLER, HERE, NumberStep.ASK_TO_MIGRATE);
        assertThat(refused(() -> ask(CALLER, HERE, NumberStep.ASK_TO_ADD)))
                .isEqualTo(new NumberRefusal.OutOfOrder("migrating", "asked-to-add"));
        assertThat(refused(() -> numbers().confirm(CALLER, HERE, PHONE, WRONG)))
                .isInstanceOf(NumberRefusal.OutOfOrder.class);
        assertThat(refused(() -> ask(CALLER, HERE, NumberStep.ASK_TO_MIGRATE)))
                .isInstanceOf(SendRefusal.ResendTooSoon.class);

        Code code = codeOf(sent());
        assertThat(refused(() -> numbers().verify(CALLER, HERE, PHONE, wrong(code))))
                .isEqualTo(new CodeNotAccepted(4));
        numbers().verify(CALLER, HERE, PHONE, code);
        assertThat(refused(() -> numbers().verify(CALLER, HERE, PHONE, code)))
                .isEqualTo(new NumberRefusal.OutOfOrder("verified", "verified"));
        assertThat(refused(() -> ask(CALLER, HERE, NumberStep.ASK_TO_MIGRATE)))
                .isInstanceOf(NumberRefusal.OutOfOrder.class);
    }

    @Test
    void an_expired_code_is_not_accepted() {
        numbers().initiate(CALLER, HERE, PHONE);
        ask(CALLER, HERE, NumberStep.ASK_TO_MIGRATE);
        Code code = codeOf(sent());
        later(VerificationPolicy.standard().lifetime());
        assertThat(refused(() -> numbers().verify(CALLER, HERE, PHONE, code))).isInstanceOf(CodeNotAccepted.class);
        assertThat(numbers().find(CALLER, HERE, PHONE).state()).isEqualTo(NumberState.MIGRATING);
    }

    @Test
    void a_code_of_one_space_is_worth_nothing_in_another() {
        numbers().initiate(CALLER, HERE, PHONE);
        numbers().initiate(CALLER, THERE, PHONE);
        ask(CALLER, HERE, NumberStep.ASK_TO_MIGRATE);
        Code code = codeOf(sent());
        assertThat(refused(() -> numbers().verify(CALLER, THERE, PHONE, code))).isInstanceOf(CodeNotAccepted.class);
        assertThat(numbers().verify(CALLER, HERE, PHONE, code).state()).isEqualTo(NumberState.VERIFIED);
    }

    @Test
    void a_number_leaves_the_space_of_another_tenant_when_its_move_is_completed() {
        verified(STRANGER, THEIRS);
        numbers().complete(STRANGER, THEIRS, PHONE);
        assertThat(refused(() -> numbers().add(CALLER, HERE, PHONE, "Shop")))
                .isEqualTo(new NumberRefusal.NumberTaken());

        later(Duration.ofHours(1));
        verified(CALLER, HERE);
        assertThat(numbers().find(STRANGER, THEIRS, PHONE).state()).isEqualTo(NumberState.CONNECTED);
        assertThat(numbers().complete(CALLER, HERE, PHONE).state()).isEqualTo(NumberState.CONNECTED);
        assertThat(numbers().find(STRANGER, THEIRS, PHONE).state()).isEqualTo(NumberState.MIGRATED);
        assertThat(refused(() -> numbers().deregister(STRANGER, THEIRS, PHONE)))
                .isEqualTo(new NumberRefusal.OutOfOrder("migrated", "deregistered"));
        assertThat(numbers().initiate(STRANGER, THEIRS, PHONE).state()).isEqualTo(NumberState.MIGRATING);
    }

    @Test
    void a_number_that_was_let_go_is_not_taken_back_from_where_it_is_connected_now() {
        added(CALLER, HERE);
        numbers().deregister(CALLER, HERE, PHONE);
        later(Duration.ofHours(1));
        added(STRANGER, THEIRS);
        assertThat(refused(() -> numbers().register(CALLER, HERE, PHONE))).isEqualTo(new NumberRefusal.NumberTaken());
    }

    @Test
    void of_many_at_the_same_time_one_verifies_with_the_code() {
        numbers().initiate(CALLER, HERE, PHONE);
        ask(CALLER, HERE, NumberStep.ASK_TO_MIGRATE);
        Code code = codeOf(sent());
        List<Boolean> done = Race.of(20, n -> succeeds(() -> numbers(of(n)).verify(CALLER, HERE, PHONE, code)));
        assertThat(done).filteredOn(yes -> yes).hasSize(1);
        assertThat(numbers().find(CALLER, HERE, PHONE).state()).isEqualTo(NumberState.VERIFIED);
    }

    @Test
    void of_two_registrations_of_one_number_at_the_same_time_one_connects_it() {
        numbers().add(CALLER, HERE, PHONE, "Shop");
        ask(CALLER, HERE, NumberStep.ASK_TO_ADD);
        Code here = codeOf(sent());
        numbers().add(STRANGER, THEIRS, PHONE, "Shop");
        ask(STRANGER, THEIRS, NumberStep.ASK_TO_ADD);
        Code theirs = codeOf(sent());
        List<Boolean> done = Race.of(
                2,
                n -> succeeds(() -> n == 0
                        ? numbers(of(n)).confirm(CALLER, HERE, PHONE, here)
                        : numbers(of(n)).confirm(STRANGER, THEIRS, PHONE, theirs)));
        assertThat(done).filteredOn(yes -> yes).hasSize(1);
        assertThat(List.of(
                        numbers().find(CALLER, HERE, PHONE).state(),
                        numbers().find(STRANGER, THEIRS, PHONE).state()))
                .containsExactlyInAnyOrder(NumberState.CONNECTED, NumberState.PENDING);
    }

    @Test
    void many_that_begin_with_one_number_at_the_same_time_make_one() {
        List<String> ids =
                Race.of(20, n -> numbers(of(n)).initiate(CALLER, HERE, PHONE).id());
        assertThat(ids).containsOnly(numbers().find(CALLER, HERE, PHONE).id());
    }

    @Test
    void a_space_has_so_many_numbers_and_no_more() {
        for (int n = 0; n < NumberPolicy.MOST_NUMBERS; n++) {
            numbers().initiate(CALLER, HERE, Given.phone(100 + n));
        }
        assertThat(refused(() -> numbers().initiate(CALLER, HERE, PHONE)))
                .isEqualTo(new NumberRefusal.NumbersReached(NumberPolicy.MOST_NUMBERS));
        assertThat(numbers().initiate(CALLER, HERE, Given.phone(100)).state()).isEqualTo(NumberState.MIGRATING);
    }

    @Test
    void every_step_that_the_table_has_not_is_refused_wherever_the_number_stands() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        NumberState expected = NumberState.ABSENT;
        EnumSet<NumberState> seen = EnumSet.of(expected);
        for (int round = 0; round < 300; round++) {
            NumberStep step = STEPS.get(random.nextInt(STEPS.size()));
            Optional<NumberState> next = expected.after(step);
            later(Duration.ofHours(1));
            boolean done = succeeds(() -> step(step));
            assertThat(done)
                    .as("seed %d, round %d: %s while %s", seed, round, step, expected)
                    .isEqualTo(next.isPresent());
            expected = next.orElse(expected);
            seen.add(expected);
            if (expected != NumberState.ABSENT) {
                assertThat(numbers().find(CALLER, HERE, PHONE).state())
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(expected);
            }
        }
        assertThat(seen).as("seed %d", seed).hasSizeGreaterThan(3);
    }

    private static final List<NumberStep> STEPS = List.of(
            NumberStep.ADD,
            NumberStep.INITIATE,
            NumberStep.VERIFY,
            NumberStep.CONFIRM,
            NumberStep.COMPLETE,
            NumberStep.REGISTER,
            NumberStep.DEREGISTER);

    /// Takes a step, with a code that was known beforehand where it needs one.
    private SpaceNumber step(NumberStep step) {
        Verifications known = verifications(node(), (to, now) -> Optional.of(code(1)));
        Numbers numbers = new Numbers(spaces(node()), node().numbers(), known, clock, new Random(2));
        return switch (step) {
            case ADD -> numbers.add(CALLER, HERE, PHONE, "Shop");
            case INITIATE -> numbers.initiate(CALLER, HERE, PHONE);
            case VERIFY -> {
                numbers.sendCode(CALLER, HERE, PHONE, NumberStep.ASK_TO_MIGRATE, Channel.SMS, "en");
                yield numbers.verify(CALLER, HERE, PHONE, code(1));
            }
            case CONFIRM -> {
                numbers.sendCode(CALLER, HERE, PHONE, NumberStep.ASK_TO_ADD, Channel.SMS, "en");
                yield numbers.confirm(CALLER, HERE, PHONE, code(1));
            }
            case COMPLETE -> numbers.complete(CALLER, HERE, PHONE);
            case REGISTER -> numbers.register(CALLER, HERE, PHONE);
            case DEREGISTER -> numbers.deregister(CALLER, HERE, PHONE);
            case ASK_TO_ADD, ASK_TO_MIGRATE, LAPSE, LEAVE -> throw new IllegalArgumentException(step.word());
        };
    }

    private void verified(Caller caller, String space) {
        numbers().initiate(caller, space, PHONE);
        ask(caller, space, NumberStep.ASK_TO_MIGRATE);
        numbers().verify(caller, space, PHONE, codeOf(sent()));
    }

    private void added(Caller caller, String space) {
        numbers().add(caller, space, PHONE, "Shop");
        ask(caller, space, NumberStep.ASK_TO_ADD);
        numbers().confirm(caller, space, PHONE, codeOf(sent()));
    }

    private SpaceNumber ask(Caller caller, String space, NumberStep step) {
        return numbers().sendCode(caller, space, PHONE, step, Channel.SMS, "id");
    }

    /// The one message that is due.
    private DueMessage sent() {
        List<DueMessage> due = node().outbox().take(10, clock.instant(), Duration.ofDays(30));
        assertThat(due).hasSize(1);
        return due.getFirst();
    }

    private static Code codeOf(DueMessage message) {
        return message.code().orElseThrow();
    }

    private static Code wrong(Code code) {
        return code.matches(WRONG) ? code(1) : WRONG;
    }

    private static Object refused(Callable<?> call) {
        return refusal(call);
    }

    private static boolean succeeds(Callable<?> call) {
        try {
            call.call();
            return true;
        } catch (Refused no) {
            return false;
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }

    private void add(Space space) {
        assertThat(node().spaces().add(space, clock.instant())).isTrue();
    }

    private Node of(int number) {
        return number % 2 == 0 ? node() : installation().another();
    }

    private Numbers numbers() {
        return numbers(node());
    }

    private Numbers numbers(Node node) {
        return new Numbers(spaces(node), node.numbers(), verifications(node, TestNumbers.none()), clock, new Random());
    }

    private Spaces spaces(Node node) {
        return new Spaces(node.spaces(), clock, new Random());
    }

    private Verifications verifications(Node node, TestNumbers known) {
        return new Verifications(
                node.verifications(),
                known,
                VerificationPolicy.standard(),
                new Verifications.Surroundings(
                        clock, new Random(), NOBODY, () -> {}, Served.channels(EnumSet.allOf(Channel.class))));
    }

    private static final Watch NOBODY = new Watch() {
        @Override
        public void spraying(long callerUin) {}

        @Override
        public void disabled(long uin, String authenticator) {}
    };
}

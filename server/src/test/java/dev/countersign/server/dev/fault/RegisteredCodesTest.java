package dev.countersign.server.dev.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionRegistry;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.gateway.action.Product;
import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.dialect.Naming;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refusal;
import dev.countersign.value.Bytes;
import dev.countersign.value.RequestId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RegisteredCodesTest {
    private static final List<Dialect> DIALECTS =
            List.of(new OneCode("east", "CommonEast"), new OneCode("west", "CommonWest"));
    private static final Product EAST = new Product(
            "east", "tea", "1", false, List.of(new Pour("Pour", "Cup.Full"), new Pour("Refill", "Cup.Gone")));
    private static final Product WEST = new Product("west", "coffee", "1", false, List.of(new Pour("Brew", "Pot.Hot")));

    private final RegisteredCodes codes =
            new RegisteredCodes(new ActionRegistry(List.of(EAST, WEST), DIALECTS), DIALECTS);

    @Test
    void knows_every_action() {
        assertThat(codes.actions()).containsExactly("Brew", "Pour", "Refill");
    }

    @Test
    void an_action_answers_with_its_own_codes_and_its_wires_common_ones() {
        assertThat(codes.answers("Pour", "Cup.Full")).isTrue();
        assertThat(codes.answers("Pour", "CommonEast")).isTrue();
        assertThat(codes.answers("Brew", "CommonWest")).isTrue();
    }

    @Test
    void an_action_never_answers_with_anothers_code_or_another_wires() {
        assertThat(codes.answers("Pour", "Cup.Gone")).isFalse();
        assertThat(codes.answers("Pour", "CommonWest")).isFalse();
        assertThat(codes.answers("Unknown", "CommonEast")).isFalse();
    }

    @Test
    void lists_what_an_action_publishes() {
        assertThat(codes.published("Pour")).containsExactly("Cup.Full");
        assertThat(codes.published("Unknown")).isEmpty();
    }

    /// What a cup is asked for.
    record Ask(@Field(doc = "How much.", example = "1") long cups) {}

    /// Nothing to say.
    record Nothing() {}

    private record Pour(String name, String code) implements Action<Ask, Nothing> {
        @Override
        public ActionSpec<Ask, Nothing> spec() {
            return ActionSpec.action(name, Ask.class, Nothing.class)
                    .summary("Pours.")
                    .publishes(code, "It can't.")
                    .build();
        }

        @Override
        public Nothing perform(Context context, Ask request) {
            return new Nothing();
        }
    }

    /// A wire with one common code and plain answers.
    private record OneCode(String name, String code) implements Dialect {
        @Override
        public boolean speaks(Request request) {
            return request.path().equals("/" + name);
        }

        @Override
        public Call read(Request request) {
            throw new UnsupportedOperationException("nothing is called here");
        }

        @Override
        public Manner manner(Request request) {
            return Manner.ENGLISH;
        }

        @Override
        public Naming naming() {
            return Naming.CAMEL;
        }

        @Override
        public Counting counting() {
            return Counting.PRINCIPAL;
        }

        @Override
        public Response answer(RequestId id, Success success, Manner manner) {
            return Response.of(success.status(), "text/plain", Bytes.none());
        }

        @Override
        public Response refuse(RequestId id, ErrorCode refused, Manner manner) {
            return Response.of(refused.status(), "text/plain", Bytes.utf8(refused.code()));
        }

        @Override
        public ErrorCode common(CallRefusal refusal, RequestId id, Manner manner) {
            return internal(manner);
        }

        @Override
        public List<ErrorCode> commonCodes(Manner manner) {
            return List.of();
        }

        @Override
        public Optional<ErrorCode> named(String wanted, RequestId id, Manner manner) {
            return wanted.equals(code) ? Optional.of(internal(manner)) : Optional.empty();
        }

        @Override
        public ErrorCode internal(Manner manner) {
            return ErrorCode.of(code, "It failed.", 500, ErrorCode.Kind.FAULT);
        }

        @Override
        public ErrorCode detailed(ErrorCode refused, Refusal refusal) {
            return refused;
        }

        @Override
        public String wording(String wanted, String english, Manner manner) {
            return english;
        }
    }
}

package dev.countersign.gateway.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.Greet;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.dialect.Naming;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordBinderTest {
    private final RecordBinder<Greet.Request> binder = new RecordBinder<>(Greet.Request.class, Naming.CAMEL);

    private Greet.Request bind(String json) {
        Value.Fields fields = (Value.Fields) Json.read(Bytes.utf8(json.replace('\'', '"')), "application/json");
        return binder.bind(fields, Set.of("Region"));
    }

    private void refused(String json, CallRefusal with) {
        assertThatThrownBy(() -> bind(json))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(with));
    }

    private void named(String json, String code) {
        assertThatThrownBy(() -> bind(json))
                .isInstanceOfSatisfying(
                        FieldRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void binds_every_kind() {
        assertThat(
                        bind(
                                "{'name':'ann','times':3,'loud':true,'words':['a','b'],'from':{'number':7,'title':'Dr'},'remark':'x'}"))
                .isEqualTo(new Greet.Request("ann", 3, true, List.of("a", "b"), new Greet.Sender(7, "Dr"), "x"));
    }

    @Test
    void what_is_optional_may_be_absent_null_or_empty() {
        Greet.Request plain = new Greet.Request("ann", 3, null, null, null, null);
        assertThat(bind("{'name':'ann','times':3}")).isEqualTo(plain);
        assertThat(bind("{'name':'ann','times':3,'loud':null,'words':null,'from':null,'remark':null}"))
                .isEqualTo(plain);
        assertThat(bind("{'name':'ann','times':3,'loud':'','words':'','from':'','remark':''}"))
                .isEqualTo(plain);
    }

    @Test
    void a_required_parameter_that_is_absent_or_null_is_missing() {
        refused("{'name':'ann'}", new CallRefusal.ParameterMissing("times"));
        refused("{'name':'ann','times':null}", new CallRefusal.ParameterMissing("times"));
    }

    @Test
    void an_unknown_parameter_goes_before_a_missing_one() {
        refused("{'times':'x','what':1}", new CallRefusal.ParameterUnknown("what"));
    }

    @Test
    void a_missing_parameter_goes_before_a_wrong_type() {
        refused("{'times':'x'}", new CallRefusal.ParameterMissing("name"));
    }

    @Test
    void a_wrong_type_goes_before_a_wrong_value() {
        refused("{'name':'ANN','times':'x'}", new CallRefusal.ParameterMistyped("times", "integer"));
    }

    @Test
    void the_order_holds_inside_of_inner_records_too() {
        refused(
                "{'name':'ANN','times':'x','from':{'number':1,'what':2}}",
                new CallRefusal.ParameterUnknown("from.what"));
        refused("{'name':'ANN','times':'x','from':{}}", new CallRefusal.ParameterMissing("from.number"));
    }

    @Test
    void a_wrong_value_answers_with_the_fields_code_or_the_common_one() {
        named("{'name':'ANN','times':3}", "name-odd");
        refused("{'name':'ann','times':3,'remark':'12345678901'}", new CallRefusal.ParameterInvalid("remark"));
    }

    @Test
    void names_that_are_ignored_may_stand_at_the_top_only() {
        assertThat(bind("{'name':'ann','times':3,'Region':'x'}").times()).isEqualTo(3);
        refused(
                "{'name':'ann','times':3,'from':{'number':1,'Region':2}}",
                new CallRefusal.ParameterUnknown("from.Region"));
    }

    @Test
    void a_quoted_integer_counts_as_one() {
        assertThat(bind("{'name':'ann','times':'42'}").times()).isEqualTo(42);
        assertThat(bind("{'name':'ann','times':'-1'}").times()).isEqualTo(-1);
    }

    @Test
    void integers_have_64_bits() {
        assertThat(bind("{'name':'ann','times':9223372036854775807}").times()).isEqualTo(Long.MAX_VALUE);
        assertThat(bind("{'name':'ann','times':-9223372036854775808}").times()).isEqualTo(Long.MIN_VALUE);
        refused("{'name':'ann','times':9223372036854775808}", new CallRefusal.ParameterInvalid("times"));
        refused("{'name':'ann','times':-9223372036854775809}", new CallRefusal.ParameterInvalid("times"));
    }

    @Test
    void what_is_no_integer_has_the_wrong_type() {
        for (String value : List.of("1.0", "1e3", "true", "'1.5'", "' 1'", "'+1'", "'٣'", "[]", "{}", "''")) {
            refused("{'name':'ann','times':" + value + "}", new CallRefusal.ParameterMistyped("times", "integer"));
        }
    }

    @Test
    void what_is_no_text_has_the_wrong_type() {
        for (String value : List.of("1", "true", "[]", "{}")) {
            refused("{'times':1,'name':" + value + "}", new CallRefusal.ParameterMistyped("name", "string"));
        }
    }

    @Test
    void a_flag_may_be_text_only_where_everything_is_text() {
        refused("{'name':'ann','times':1,'loud':'true'}", new CallRefusal.ParameterMistyped("loud", "boolean"));
        for (Map.Entry<String, Boolean> word :
                Map.of("true", true, "1", true, "false", false, "0", false).entrySet()) {
            Value.Fields fields = new Value.Fields(Map.of(
                    "name", new Value.Text("ann", true),
                    "times", new Value.Text("1", true),
                    "loud", new Value.Text(word.getKey(), true)));
            assertThat(binder.bind(fields, Set.of()).loud()).isEqualTo(word.getValue());
        }
    }

    @Test
    void a_list_must_be_one_and_its_items_have_their_type() {
        refused("{'name':'ann','times':1,'words':'a'}", new CallRefusal.ParameterMistyped("words", "array"));
        refused("{'name':'ann','times':1,'words':['a',1]}", new CallRefusal.ParameterMistyped("words.1", "string"));
    }

    @Test
    void an_inner_record_must_be_an_object() {
        refused("{'name':'ann','times':1,'from':[1]}", new CallRefusal.ParameterMistyped("from", "object"));
    }
}

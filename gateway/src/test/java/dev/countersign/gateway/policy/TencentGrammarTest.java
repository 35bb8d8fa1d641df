package dev.countersign.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.policy.document.PolicyDocument;
import dev.countersign.refusal.PolicyDocumentRefusal;
import dev.countersign.refusal.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which fault is named for which document. Single quotes stand for double ones.
final class TencentGrammarTest {
    private static final long OWNER = 100_000_000_001L;

    private final TencentGrammar grammar = new TencentGrammar();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "NotADocument | ",
                "NotADocument | nonsense",
                "NotADocument | []",
                "NotADocument | 'text'",
                "NotADocument | {'version':'2.0','statement':[],'statement':[]}",
                "NotADocument | {'version':'2.0','Statement':[]}",
                "NotADocument | {'version':'2.0','statement':[]} x",
                "VersionUnknown | {}",
                "VersionUnknown | {'version':'1','statement':[]}",
                "VersionUnknown | {'version':2.0,'statement':[]}",
                "StatementInvalid | {'version':'2.0'}",
                "StatementInvalid | {'version':'2.0','statement':null}",
                "StatementInvalid | {'version':'2.0','statement':[]}",
                "StatementInvalid | {'version':'2.0','statement':'allow'}",
                "StatementInvalid | {'version':'2.0','statement':[1]}",
                "PrincipalInvalid | {'version':'2.0','principal':{},'statement':[]}"
            })
    void a_document_that_is_none(String fault, @Nullable String text) {
        assertThat(fault(text)).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "StatementInvalid | 'effect':'allow','action':'*','resource':'*','conditions':{}",
                "StatementInvalid | 'effect':'allow','notAction':'*','resource':'*'",
                "EffectInvalid | 'action':'*','resource':'*'",
                "EffectInvalid | 'effect':'Allow','action':'*','resource':'*'",
                "EffectInvalid | 'effect':['allow'],'action':'*','resource':'*'",
                "ActionMissing | 'effect':'allow','resource':'*'",
                "ActionInvalid | 'effect':'allow','action':[],'resource':'*'",
                "ActionInvalid | 'effect':'allow','action':7,'resource':'*'",
                "ActionInvalid | 'effect':'allow','action':'cam','resource':'*'",
                "ActionInvalid | 'effect':'allow','action':'cam:','resource':'*'",
                "ActionInvalid | 'effect':'allow','action':'cam:Get User','resource':'*'",
                "ActionInvalid | 'effect':'allow','action':'name/name/cam:Get','resource':'*'",
                "ActionUnknown | 'effect':'allow','action':'permid/280649','resource':'*'",
                "ResourceInvalid | 'effect':'allow','action':'*'",
                "ResourceInvalid | 'effect':'allow','action':'*','resource':[]",
                "ResourceInvalid | 'effect':'allow','action':'*','resource':{}",
                "ResourceForm | 'effect':'allow','action':'*','resource':''",
                "ResourceForm | 'effect':'allow','action':'*','resource':'qcs::cam:uin/1'",
                "ResourceForm | 'effect':'allow','action':'*','resource':'arn::cam::uin/1:uin/2'",
                "ResourceForm | 'effect':'allow','action':'*','resource':'qcs::c m::uin/1:uin/2'",
                "ResourceProject | 'effect':'allow','action':'*','resource':'qcs:id/0:cam::uin/1:uin/2'",
                "ResourceRegion | 'effect':'allow','action':'*','resource':'qcs::cam:a/b:uin/1:uin/2'",
                "ResourceAccount | 'effect':'allow','action':'*','resource':'qcs::cam::1:uin/2'",
                "ResourceAccount | 'effect':'allow','action':'*','resource':'qcs::cam::uin/x:uin/2'",
                "ResourceContent | 'effect':'allow','action':'*','resource':'qcs::cam::uin/1:'",
                "ResourceContent | 'effect':'allow','action':'*','resource':'qcs::cam::uin/1:a/${other}'",
                "ConditionInvalid | 'effect':'allow','action':'*','resource':'*','condition':[]",
                "ConditionInvalid | 'effect':'allow','action':'*','resource':'*','condition':{'ip_equal':'x'}",
                "ConditionInvalid | 'effect':'allow','action':'*','resource':'*','condition':{'ip_equal':{}}",
                "OperatorUnknown | 'effect':'allow','action':'*','resource':'*','condition':{'equals':{'qcs:ip':'1'}}",
                "OperatorUnknown | 'effect':'allow','action':'*','resource':'*','condition':{'numeric_like':{'k':'1'}}",
                "OperatorUnknown | 'effect':'allow','action':'*','resource':'*','condition':{'null_equal_if_exist':{'k':true}}",
                "ConditionContentInvalid | 'effect':'allow','action':'*','resource':'*','condition':{'ip_equal':{'qcs:ip':'10.0.0.0/33'}}",
                "ConditionContentInvalid | 'effect':'allow','action':'*','resource':'*','condition':{'ip_equal':{'qcs:ip':[]}}",
                "ConditionContentInvalid | 'effect':'allow','action':'*','resource':'*','condition':{'ip_equal':{'qcs:ip':null}}",
                "ConditionContentInvalid | 'effect':'allow','action':'*','resource':'*','condition':{'bool_equal':{'qcs:mfaPresent':'yes'}}",
                "ConditionContentInvalid | 'effect':'allow','action':'*','resource':'*','condition':{'date_less_than':{'qcs:current_time':'soon'}}",
                "ConditionContentInvalid | 'effect':'allow','action':'*','resource':'*','condition':{'numeric_equal':{'k':'ten'}}",
                "ConditionContentInvalid | 'effect':'allow','action':'*','resource':'*','condition':{'null_equal':{'k':[true,false]}}",
                "PrincipalInvalid | 'effect':'allow','action':'*','resource':'*','principal':{'qcs':['qcs::cam::uin/1:root']}"
            })
    void a_statement_that_is_none(String fault, String members) {
        assertThat(fault("{'version':'2.0','statement':[{" + members + "}]}")).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "PrincipalInvalid | 'effect':'allow','action':'sts:AssumeRole'",
                "PrincipalInvalid | 'effect':'allow','action':'sts:AssumeRole','principal':'*'",
                "PrincipalInvalid | 'effect':'allow','action':'sts:AssumeRole','principal':{}",
                "PrincipalInvalid | 'effect':'allow','action':'sts:AssumeRole','principal':{'federated':['x']}",
                "PrincipalInvalid | 'effect':'allow','action':'sts:AssumeRole','principal':{'qcs':[]}",
                "PrincipalNameInvalid | 'effect':'allow','action':'sts:AssumeRole','principal':{'qcs':['uin/1']}",
                "PrincipalNameInvalid | 'effect':'allow','action':'sts:AssumeRole','principal':{'qcs':['qcs::cam::uin/1:uin/0']}",
                "ServiceUnknown | 'effect':'allow','action':'sts:AssumeRole','principal':{'service':['Not A Host']}"
            })
    void a_trust_document_that_is_none(String fault, String members) {
        String text = quoted("{'version':'2.0','statement':[{" + members + "}]}");
        Refused refused = catchThrowableOfType(Refused.class, () -> grammar.trust(text, OWNER));
        assertThat(refused.refusal().getClass().getSimpleName()).isEqualTo(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'version':'2.0','statement':{'effect':'allow','action':'*','resource':'*'}}",
                "{'version':'2.0','statement':[{'effect':'deny','action':['name/cam:*','*:Get?ser'],'resource':['*','qcs:::::a/*']}]}",
                "{'version':'2.0','statement':[{'effect':'allow','action':['cmqqueue:*'],'resource':'qcs::cmqqueue::uin/1000001:queueName/uin/${uin}/*'}]}",
                "{'version':'2.0','statement':[{'effect':'allow','action':'name/vpc:AcceptVpcPeeringConnection','resource':'qcs::vpc:sh::pcx/2341','condition':{'string_equal_if_exist':{'vpc:region':'sh'}}}]}",
                "{'version':'2.0','statement':[{'effect':'allow','action':['cvm:RebootInstances'],'resource':'*','condition':{'for_any_value:string_equal':{'qcs:resource_tag':['dep&rd']}}}]}",
                "{'version':'2.0','statement':[{'effect':'allow','action':'cos:PutObject','resource':'*','condition':{'ip_equal':{'qcs:ip':['10.217.182.3/24','111.21.33.72/24']},'date_less_than':{'qcs:current_time':'2022-05-31 00:00:00'}}}]}"
            })
    void the_vendors_own_examples_are_accepted(String text) {
        assertThat(grammar.permissions(quoted(text), OWNER).statements()).hasSize(1);
    }

    @Test
    void every_operator_of_the_vendors_page_is_known_with_and_without_suffix_and_quantifier() {
        Map<String, String> operators = Map.ofEntries(
                Map.entry("string_equal", "a"),
                Map.entry("string_not_equal", "a"),
                Map.entry("string_equal_ignore_case", "a"),
                Map.entry("string_not_equal_ignore_case", "a"),
                Map.entry("numeric_equal", "1"),
                Map.entry("numeric_not_equal", "1"),
                Map.entry("numeric_less_than", "1"),
                Map.entry("numeric_less_than_equal", "1"),
                Map.entry("numeric_greater_than", "1"),
                Map.entry("numeric_greater_than_equal", "1"),
                Map.entry("date_equal", "2022-05-31"),
                Map.entry("date_not_equal", "2022-05-31"),
                Map.entry("date_less_than", "2022-05-31"),
                Map.entry("date_less_than_equal", "2022-05-31"),
                Map.entry("date_greater_than", "2022-05-31"),
                Map.entry("date_greater_than_equal", "2022-05-31"),
                Map.entry("bool_equal", "true"),
                Map.entry("binary_equal", "YWJj"),
                Map.entry("ip_equal", "10.0.0.0/8"),
                Map.entry("ip_not_equal", "10.0.0.0/8"),
                Map.entry("string_like", "a*"),
                Map.entry("string_not_like", "a*"));
        operators.forEach((operator, value) -> {
            for (String before : new String[] {"", "for_any_value:", "for_all_value:"}) {
                for (String after : new String[] {"", "_if_exist"}) {
                    String condition = "{'" + before + operator + after + "':{'k':'" + value + "'}}";
                    assertThat(statement("'condition':" + condition).statements())
                            .hasSize(1);
                }
            }
        });
        assertThat(statement("'condition':{'null_equal':{'k':true}}").statements())
                .hasSize(1);
    }

    @Test
    void a_document_of_6144_characters_is_accepted_and_one_more_is_not() {
        String padding = " ".repeat(6144 - everything().length());
        assertThat(grammar.permissions(everything() + padding, OWNER).statements())
                .hasSize(1);
        Refused refused =
                catchThrowableOfType(Refused.class, () -> grammar.permissions(everything() + padding + " ", OWNER));
        assertThat(refused.refusal()).isEqualTo(new PolicyDocumentRefusal.TooLong(6144));
    }

    @Test
    void six_kilobytes_of_nesting_are_no_document() {
        for (String open : new String[] {"[", "{\"a\":"}) {
            assertThat(fault(open.repeat(6144 / open.length()))).isEqualTo("NotADocument");
        }
        String deep = "[".repeat(2900) + "]".repeat(2900);
        assertThat(fault("{\"version\":\"2.0\",\"statement\":" + deep + "}")).isEqualTo("NotADocument");
    }

    @Test
    void a_pattern_that_is_too_long_to_follow_is_refused() {
        String stars = "*a".repeat(300);
        assertThat(fault("{'version':'2.0','statement':{'effect':'allow','action':'*','resource':'qcs::cam::uin/1:"
                        + stars + "'}}"))
                .isEqualTo("ResourceContent");
        assertThat(fault("{'version':'2.0','statement':{'effect':'allow','action':'*','resource':'*',"
                        + "'condition':{'string_like':{'k':'" + stars + "'}}}}"))
                .isEqualTo("ConditionContentInvalid");
    }

    private PolicyDocument statement(String more) {
        return grammar.permissions(
                quoted("{'version':'2.0','statement':{'effect':'allow','action':'*','resource':'*'," + more + "}}"),
                OWNER);
    }

    private static String everything() {
        return quoted("{'version':'2.0','statement':{'effect':'allow','action':'*','resource':'*'}}");
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    private String fault(@Nullable String text) {
        Refused refused =
                catchThrowableOfType(Refused.class, () -> grammar.permissions(text == null ? "" : quoted(text), OWNER));
        assertThat(refused).as(text).isNotNull();
        return refused.refusal().getClass().getSimpleName();
    }
}

package dev.countersign.gateway.policy;

import static dev.countersign.gateway.policy.Callers.ALICE;
import static dev.countersign.gateway.policy.Callers.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.gateway.FixedPolicies;
import dev.countersign.policy.Authorisation;
import dev.countersign.policy.Documents;
import dev.countersign.refusal.PolicyDocumentRefusal;
import dev.countersign.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents of Version "1": which fault is named for which, and what they decide, beside those of the other
/// grammar. Single quotes stand for double ones.
final class RamGrammarTest {
    private static final long OWNER = 100_000_000_001L;

    private final RamGrammar grammar = new RamGrammar();
    private final FixedPolicies policies = new FixedPolicies();
    private final Authorisation authorisation = policies.authorisation(() -> NOW);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "NotADocument | ",
                "NotADocument | nonsense",
                "NotADocument | []",
                "NotADocument | {'Version':'1','Statement':[],'Statement':[]}",
                "NotADocument | {'Version':'1','Statement':[],'statement':[]}",
                "NotADocument | {'Version':'1','Statement':[]} x",
                "VersionUnknown | {}",
                "VersionUnknown | {'Version':'2.0','Statement':[]}",
                "VersionUnknown | {'Version':1,'Statement':[]}",
                "VersionUnknown | {'version':'1','Statement':[]}",
                "StatementInvalid | {'Version':'1'}",
                "StatementInvalid | {'Version':'1','Statement':null}",
                "StatementInvalid | {'Version':'1','Statement':[]}",
                "StatementInvalid | {'Version':'1','Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}",
                "StatementInvalid | {'Version':'1','Statement':['Allow']}"
            })
    void a_document_that_is_none(String fault, @Nullable String text) {
        assertThat(fault(text)).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "StatementInvalid | 'Effect':'Allow','Action':'*','Resource':'*','Conditions':{}",
                "StatementInvalid | 'Effect':'Allow','action':'*','Resource':'*'",
                "StatementInvalid | 'Effect':'Allow','Action':'*','NotResource':'*'",
                "StatementInvalid | 'Effect':'Allow','Action':'*','Resource':'*','NotPrincipal':'*'",
                "PrincipalInvalid | 'Effect':'Allow','Action':'*','Resource':'*','Principal':{'RAM':['acs:ram::1:root']}",
                "EffectInvalid | 'Action':'*','Resource':'*'",
                "EffectInvalid | 'Effect':'allow','Action':'*','Resource':'*'",
                "EffectInvalid | 'Effect':['Allow'],'Action':'*','Resource':'*'",
                "ActionMissing | 'Effect':'Allow','Resource':'*'",
                "ActionInvalid | 'Effect':'Allow','Action':[],'Resource':'*'",
                "ActionInvalid | 'Effect':'Allow','Action':7,'Resource':'*'",
                "ActionInvalid | 'Effect':'Allow','Action':'GetMigrationVerifyCode','Resource':'*'",
                "ActionInvalid | 'Effect':'Allow','Action':'cams:','Resource':'*'",
                "ActionInvalid | 'Effect':'Allow','Action':'name/cams:Get','Resource':'*'",
                "ActionInvalid | 'Effect':'Allow','Action':'*','NotAction':'cams:*','Resource':'*'",
                "ActionInvalid | 'Effect':'Allow','NotAction':[],'Resource':'*'",
                "ResourceInvalid | 'Effect':'Allow','Action':'*'",
                "ResourceInvalid | 'Effect':'Allow','Action':'*','Resource':[]",
                "ResourceInvalid | 'Effect':'Allow','Action':'*','Resource':{'a':1}",
                "ResourceForm | 'Effect':'Allow','Action':'*','Resource':'acs:cams:*:*'",
                "ResourceForm | 'Effect':'Allow','Action':'*','Resource':'qcs::cam::uin/1:*'",
                "ResourceForm | 'Effect':'Allow','Action':'*','Resource':'acs::*:*:*'",
                "ResourceForm | 'Effect':'Allow','Action':'*','Resource':'acs:a b:*:*:*'",
                "ResourceRegion | 'Effect':'Allow','Action':'*','Resource':'acs:cams:a/b:*:*'",
                "ResourceAccount | 'Effect':'Allow','Action':'*','Resource':'acs:cams:*:uin/1:*'",
                "ResourceContent | 'Effect':'Allow','Action':'*','Resource':'acs:cams:*:*:'",
                "ConditionInvalid | 'Effect':'Allow','Action':'*','Resource':'*','Condition':[]",
                "ConditionInvalid | 'Effect':'Allow','Action':'*','Resource':'*','Condition':{'Bool':{}}",
                "ConditionInvalid | 'Effect':'Allow','Action':'*','Resource':'*','Condition':{'Bool':'x'}",
                "ConditionInvalid | 'Effect':'Allow','Action':'*','Resource':'*','Condition':{'Bool':{'':true}}",
                "OperatorUnknown | 'Effect':'Allow','Action':'*','Resource':'*','Condition':{'bool':{'k':true}}",
                "OperatorUnknown | 'Effect':'Allow','Action':'*','Resource':'*','Condition':{'string_equal':{'k':'x'}}",
                "OperatorUnknown | 'Effect':'Allow','Action':'*','Resource':'*','Condition':{'Null':{'k':true}}",
                "ConditionContentInvalid | 'Effect':'Allow','Action':'*','Resource':'*','Condition':{'Bool':{'k':'yes'}}",
                "ConditionContentInvalid | 'Effect':'Allow','Action':'*','Resource':'*','Condition':{'IpAddress':{'k':'10.0.0.0/33'}}",
                "ConditionContentInvalid | 'Effect':'Allow','Action':'*','Resource':'*','Condition':{'DateLessThan':{'k':'soon'}}",
                "ConditionContentInvalid | 'Effect':'Allow','Action':'*','Resource':'*','Condition':{'NumericEquals':{'k':'ten'}}",
                "ConditionContentInvalid | 'Effect':'Allow','Action':'*','Resource':'*','Condition':{'StringEquals':{'k':[]}}",
                "ConditionContentInvalid | 'Effect':'Allow','Action':'*','Resource':'*','Condition':{'StringEquals':{'k':null}}"
            })
    void a_statement_that_is_none(String fault, String members) {
        assertThat(fault("{'Version':'1','Statement':[{" + members + "}]}")).isEqualTo(fault);
    }

    @Test
    void every_operator_of_the_vendors_page_is_known() {
        for (String comparison : "Equals NotEquals LessThan LessThanEquals GreaterThan GreaterThanEquals".split(" ")) {
            accepted("Numeric" + comparison, "1");
            accepted("Date" + comparison, "2027-01-01T00:00:00Z");
        }
        for (String comparison : "Equals NotEquals EqualsIgnoreCase NotEqualsIgnoreCase Like NotLike".split(" ")) {
            accepted("String" + comparison, "a*");
        }
        accepted("Bool", "true");
        accepted("IpAddress", "10.0.0.0/8");
        accepted("NotIpAddress", "10.0.0.0/8");
    }

    private void accepted(String operator, String value) {
        String text = conditional("{'" + operator + "':{'k':['" + value + "']}}");
        assertThat(grammar.permissions(json(text), OWNER).statements())
                .as(operator)
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "cams:GetMigrationVerifyCode, cams:GetMigrationVerifyCode, true",
        "cams:Get*, cams:GetMigrationVerifyCode, true",
        "cams:*, cams:AddChatappPhoneNumber, true",
        "*, cam:SetMfaFlag, true",
        "CAMS:getmigration*, cams:GetMigrationVerifyCode, true",
        "cams:Get*, cams:AddChatappPhoneNumber, false",
        "cam:Get*, cams:GetMigrationVerifyCode, false",
        "cam:Set*, cam:SetMfaFlag, true"
    })
    void a_user_may_what_a_document_of_version_1_allows_on_either_wire(String action, String call, boolean may) {
        policies.give(ALICE, allowing("'Action':'" + action + "'"));
        assertThat(may(call)).isEqualTo(may);
    }

    @Test
    void not_action_means_every_other() {
        policies.give(ALICE, allowing("'NotAction':['cams:Chatapp*','ecs:*']"));
        assertThat(may("cams:GetMigrationVerifyCode")).isTrue();
        assertThat(may("cams:ChatappMigrationVerified")).isFalse();
    }

    @Test
    void a_denial_in_either_grammar_wins_over_whatever_the_other_allows() {
        policies.everything(ALICE);
        assertThat(may("cams:GetMigrationVerifyCode")).isTrue();
        policies.give(
                ALICE, "{'Version':'1','Statement':[{'Effect':'Deny','Action':'cams:GetMigration*','Resource':'*'}]}");
        assertThat(may("cams:GetMigrationVerifyCode")).isFalse();
        assertThat(may("cams:GetChatappVerifyCode")).isTrue();

        FixedPolicies others = new FixedPolicies();
        others.give(ALICE, allowing("'Action':'*'"));
        others.give(ALICE, "{'version':'2.0','statement':{'effect':'deny','action':'cams:Get*','resource':'*'}}");
        Authorisation decides = others.authorisation(() -> NOW);
        assertThat(decides.decide(Callers.alice(), "cams:GetMigrationVerifyCode", "*")
                        .allowed())
                .isFalse();
        assertThat(decides.decide(Callers.alice(), "cam:SetMfaFlag", "*").allowed())
                .isTrue();
    }

    @Test
    void a_session_is_narrowed_by_a_policy_of_either_grammar() {
        policies.everything(ALICE);
        Optional<String> narrow = Optional.of(json(allowing("'Action':'cams:Get*'")));
        assertThat(authorisation
                        .decide(Callers.with(ALICE, Callers.session(narrow, false)), "cams:GetMigrationVerifyCode", "*")
                        .allowed())
                .isTrue();
        assertThat(authorisation
                        .decide(Callers.with(ALICE, Callers.session(narrow, false)), "cam:GetUser", "*")
                        .allowed())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'IpAddress':{'acs:SourceIp':['10.0.0.0/8','192.0.2.0/24']}} | true",
                "{'IpAddress':{'acs:SourceIp':'10.0.0.0/8'}} | false",
                "{'NotIpAddress':{'acs:SourceIp':['10.0.0.0/8','192.0.2.1']}} | false",
                "{'Bool':{'acs:MFAPresent':'false'}} | true",
                "{'Bool':{'acs:MFAPresent':true}} | false",
                "{'Bool':{'acs:SecureTransport':'true'}} | true",
                "{'Bool':{'acs:SecureTransport':'false'}} | false",
                "{'DateLessThan':{'acs:CurrentTime':'2026-11-25T12:00:01Z'}} | true",
                "{'DateLessThan':{'acs:CurrentTime':'2026-11-25T12:00:00Z'}} | false",
                "{'DateEquals':{'acs:CurrentTime':'2026-11-25T20:00:00+08:00'}} | true",
                "{'DateGreaterThan':{'acs:CurrentTime':'2026-11-25T11:00:00Z'},'IpAddress':{'acs:SourceIp':'10.0.0.0/8'}} | false",
                "{'Bool':{'acs:MFAPresent':'false','acs:SecureTransport':'false'}} | false",
                "{'StringEquals':{'acs:ResourceTag/a':'b'}} | false",
                "{'StringNotEquals':{'acs:ResourceTag/a':'b'}} | false",
                "{'StringLike':{'acs:SourceIp':'192.0.*'}} | true",
                "{'IpAddress':{'ACS:sourceip':'192.0.2.1'}} | true"
            })
    void conditions_look_at_what_is_known_of_the_call(String condition, boolean holds) {
        policies.give(ALICE, conditional(condition));
        assertThat(may("cams:GetMigrationVerifyCode")).isEqualTo(holds);
    }

    @Test
    void only_every_resource_means_what_acts_on_nothing_in_particular() {
        policies.give(
                ALICE, "{'Version':'1','Statement':[{'Effect':'Allow','Action':'*','Resource':'acs:cams:*:*:*'}]}");
        assertThat(may("cams:GetMigrationVerifyCode")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'version':'2.0','statement':[]}",
                "{'version':'2.0','Version':'1'}",
                "{}",
                "nonsense",
                "",
                "{'Statement':[]}"
            })
    void what_is_not_written_in_it_is_not_recognised(String text) {
        assertThat(grammar.recognises(json(text))).isFalse();
    }

    @Test
    void each_document_is_read_by_the_grammar_that_it_is_written_in() {
        Documents documents = new Documents(List.of(new TencentGrammar(), grammar));
        Map<String, String> grammars = Map.of(
                json(allowing("'Action':'*'")),
                RamGrammar.NAME,
                json("{'Version':'7'}"),
                RamGrammar.NAME,
                json("{'version':'2.0'}"),
                TencentGrammar.NAME,
                "nonsense",
                TencentGrammar.NAME);
        grammars.forEach((text, name) -> assertThat(documents.grammarOf(text)).isEqualTo(name));
        assertThat(documents.read(json(allowing("'Action':'*'")), OWNER).statements())
                .hasSize(1);
    }

    @Test
    void a_document_of_6144_characters_is_accepted_and_one_more_is_not() {
        String everything = json(allowing("'Action':'*'"));
        String full = everything + " ".repeat(RamGrammar.LONGEST - everything.length());
        assertThat(grammar.permissions(full, OWNER).statements()).hasSize(1);
        Refused refused = catchThrowableOfType(Refused.class, () -> grammar.permissions(full + " ", OWNER));
        assertThat(refused.refusal()).isEqualTo(new PolicyDocumentRefusal.TooLong(6144));
        assertThat(grammar.recognises(full + " ")).isFalse();
    }

    @Test
    void patterns_and_nesting_without_end_are_refused() {
        String stars = "*a".repeat(300);
        assertThat(fault("{'Version':'1','Statement':[{'Effect':'Allow','Action':'*','Resource':'acs:cams:*:*:" + stars
                        + "'}]}"))
                .isEqualTo("ResourceContent");
        assertThat(fault(conditional("{'StringLike':{'k':'" + stars + "'}}"))).isEqualTo("ConditionContentInvalid");
        assertThat(fault("{'Version':'1','Statement':" + "[".repeat(2900) + "]".repeat(2900) + "}"))
                .isEqualTo("NotADocument");
    }

    private boolean may(String call) {
        return authorisation.decide(Callers.alice(), call, "*").allowed();
    }

    private static String allowing(String action) {
        return "{'Version':'1','Statement':[{'Effect':'Allow'," + action + ",'Resource':'*'}]}";
    }

    private static String conditional(String condition) {
        return "{'Version':'1','Statement':[{'Effect':'Allow','Action':'*','Resource':'*','Condition':" + condition
                + "}]}";
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private String fault(@Nullable String text) {
        Refused refused =
                catchThrowableOfType(Refused.class, () -> grammar.permissions(text == null ? "" : json(text), OWNER));
        assertThat(refused).as(text).isNotNull();
        return refused.refusal().getClass().getSimpleName();
    }
}

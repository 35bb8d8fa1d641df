package dev.countersign.gateway.policy;

import static dev.countersign.gateway.policy.Callers.ALICE;
import static dev.countersign.gateway.policy.Callers.DEV;
import static dev.countersign.gateway.policy.Callers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.FixedPolicies;
import dev.countersign.policy.Authorisation;
import dev.countersign.policy.Decision;
import dev.countersign.tenant.Caller;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuthorisationTest {
    private static final String USER = "qcs::cam::uin/100000000001:uin/100000000012";
    private static final String EVERYTHING = allowing("*", "*");

    private final FixedPolicies policies = new FixedPolicies();
    private final Authorisation authorisation = policies.authorisation(() -> NOW);

    @Test
    void the_root_may_everything_and_a_user_nothing_by_default() {
        assertThat(decide(Callers.root(), "cam:SetMfaFlag", USER)).isEqualTo(new Decision.ByRoot());
        assertThat(decide(Callers.alice(), "cam:SetMfaFlag", USER)).isEqualTo(new Decision.NotMentioned());
    }

    @Test
    void a_root_that_acts_as_a_role_may_what_the_role_may() {
        Caller root = Callers.with(DEV, Callers.assumed(5, Optional.empty()));
        assertThat(decide(root, "cam:GetUser", "*").allowed()).isFalse();
        policies.giveRole(5, allowing("cam:Get*", "*"));
        assertThat(decide(root, "cam:GetUser", "*").allowed()).isTrue();
        assertThat(decide(root, "cam:AddUser", "*").allowed()).isFalse();
    }

    @Test
    void a_role_takes_the_place_of_what_its_user_may() {
        policies.give(ALICE, EVERYTHING);
        assertThat(decide(Callers.with(ALICE, Callers.assumed(5, Optional.empty())), "cam:AddUser", "*")
                        .allowed())
                .isFalse();
    }

    @Test
    void a_session_is_narrowed_by_its_policy_and_never_widened() {
        policies.give(ALICE, allowing("cam:*", "*"));
        Caller narrow = Callers.with(ALICE, Callers.session(Optional.of(json(allowing("cam:Get*", "*"))), false));
        assertThat(decide(narrow, "cam:GetUser", "*").allowed()).isTrue();
        assertThat(decide(narrow, "cam:AddUser", "*")).isEqualTo(new Decision.Narrowed(new Decision.NotMentioned()));
        assertThat(decide(narrow, "sts:AssumeRole", "*").allowed()).isFalse();
        Caller wide = Callers.with(ALICE, Callers.session(Optional.of(json(EVERYTHING)), false));
        assertThat(decide(wide, "sts:AssumeRole", "*").allowed()).isFalse();
        Caller root = Callers.with(DEV, Callers.session(Optional.of(json(allowing("cam:Get*", "*"))), false));
        assertThat(decide(root, "cam:GetUser", "*")).isEqualTo(new Decision.ByRoot());
        assertThat(decide(root, "cam:AddUser", "*").allowed()).isFalse();
    }

    @Test
    void a_decision_says_which_statement_of_which_policy_matched() {
        policies.give(ALICE, allowing("sts:*", "*"));
        policies.give(
                ALICE,
                "{'version':'2.0','statement':[{'effect':'allow','action':'cam:*','resource':'*'},"
                        + "{'effect':'deny','action':'name/cam:DeleteUser','resource':'*'}]}");
        assertThat(decide(Callers.alice(), "cam:GetUser", "*"))
                .isEqualTo(new Decision.Allowed(new Decision.Match(2, "policy-2", 1)));
        Decision denied = decide(Callers.alice(), "cam:DeleteUser", USER);
        assertThat(denied).isEqualTo(new Decision.Denied(new Decision.Match(2, "policy-2", 2)));
        assertThat(denied.why()).isEqualTo("statement 2 of policy-2 (2) denies it");
    }

    @Test
    void a_denial_wins_over_whatever_allows_before_or_after_it() {
        policies.give(ALICE, EVERYTHING);
        policies.give(
                ALICE, "{'version':'2.0','statement':{'effect':'deny','action':'CAM:setmfaflag','resource':'*'}}");
        policies.give(ALICE, EVERYTHING);
        assertThat(decide(Callers.alice(), "cam:SetMfaFlag", USER).allowed()).isFalse();
        assertThat(decide(Callers.alice(), "cam:GetUser", USER).allowed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "qcs::cam::uin/100000000001:uin/100000000012, true",
        "qcs::cam:::uin/100000000012, true",
        "qcs::::uin/100000000001:uin/*, true",
        "qcs::cam:*:uin/*:uin/10000000001?, true",
        "qcs::cam:ap-beijing:uin/100000000001:uin/100000000012, false",
        "qcs::cam::uin/100000000002:uin/100000000012, false",
        "qcs::sts::uin/100000000001:uin/100000000012, false",
        "qcs::cam::uin/100000000001:uin/100000000011, false",
        "qcs::cam::uin/100000000001:uin/${uin}, false",
        "qcs::cam::uin/${owner_uin}:uin/*, true"
    })
    void a_resource_is_meant_segment_by_segment(String pattern, boolean meant) {
        policies.give(ALICE, allowing("cam:SetMfaFlag", pattern));
        assertThat(decide(Callers.alice(), "cam:SetMfaFlag", USER).allowed()).isEqualTo(meant);
    }

    @Test
    void a_variable_stands_for_who_calls() {
        policies.give(ALICE, allowing("cam:*", "qcs::cam:::uin/${uin}"));
        assertThat(decide(Callers.alice(), "cam:SetMfaFlag", "qcs::cam::uin/100000000001:uin/100000000011")
                        .allowed())
                .isTrue();
        assertThat(decide(Callers.alice(), "cam:SetMfaFlag", USER).allowed()).isFalse();
    }

    @Test
    void a_name_that_somebody_chose_is_no_other_segment() {
        policies.give(ALICE, allowing("cam:*", "qcs::cam:*:uin/100000000001:uin/5"));
        assertThat(decide(
                                Callers.alice(),
                                "cam:GetUser",
                                "qcs::cam::uin/100000000001:userName/x:uin/100000000001:uin/5")
                        .allowed())
                .isFalse();
    }

    @Test
    void only_every_resource_means_what_acts_on_nothing_in_particular() {
        policies.give(ALICE, allowing("cam:*", "qcs::cam::uin/100000000001:*"));
        assertThat(decide(Callers.alice(), "cam:ListUsers", "*").allowed()).isFalse();
        assertThat(decide(Callers.alice(), "cam:GetUser", USER).allowed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'ip_equal':{'qcs:ip':'192.0.2.0/24'}} | true",
                "{'ip_equal':{'qcs:ip':['10.0.0.0/8','192.0.2.1']}} | true",
                "{'ip_equal':{'qcs:ip':'10.0.0.0/8'}} | false",
                "{'ip_not_equal':{'qcs:ip':['10.0.0.0/8','172.16.0.0/12']}} | true",
                "{'ip_not_equal':{'qcs:ip':['10.0.0.0/8','192.0.2.0/24']}} | false",
                "{'bool_equal':{'qcs:mfaPresent':'false'}} | true",
                "{'bool_equal':{'qcs:mfaPresent':true}} | false",
                "{'string_equal':{'qcs:mfaPresent':'false'}} | true",
                "{'date_less_than':{'qcs:current_time':'2026-11-25 12:00:01'}} | true",
                "{'date_less_than':{'qcs:current_time':'2026-11-25T12:00:00Z'}} | false",
                "{'date_less_than_equal':{'qcs:current_time':'2026-11-25T12:00:00Z'}} | true",
                "{'date_greater_than':{'qcs:current_time':'2026-11-25T11:00:00Z'},'ip_equal':{'qcs:ip':'10.0.0.0/8'}} | false",
                "{'date_equal':{'qcs:current_time':'2026-11-25T20:00:00+08:00'}} | true",
                "{'date_not_equal':{'qcs:current_time':'2026-11-25'}} | true",
                "{'string_equal':{'qcs:resource_tag':'a&b'}} | false",
                "{'string_not_equal':{'qcs:resource_tag':'a&b'}} | false",
                "{'string_equal_if_exist':{'vpc:region':'sh'}} | true",
                "{'for_all_value:string_equal':{'qcs:request_tag':'x'}} | false",
                "{'for_any_value:string_equal_if_exist':{'qcs:request_tag':'x'}} | true",
                "{'null_equal':{'vpc:region':'true'}} | true",
                "{'null_equal':{'qcs:ip':true}} | false",
                "{'null_equal':{'qcs:ip':'false'}} | true",
                "{'string_like':{'qcs:ip':'192.0.*'}} | true",
                "{'string_not_like':{'qcs:ip':['10.*','192.?.2.1']}} | false",
                "{'string_equal_ignore_case':{'qcs:mfaPresent':'FALSE'}} | true",
                "{'string_not_equal_ignore_case':{'qcs:mfaPresent':'FALSE'}} | false",
                "{'numeric_equal':{'qcs:ip':1}} | false",
                "{'ip_equal':{'QCS:IP':'192.0.2.1'}} | false"
            })
    void conditions_look_at_what_is_known_of_the_call(String condition, boolean holds) {
        policies.give(
                ALICE,
                "{'version':'2.0','statement':{'effect':'allow','action':'*','resource':'*','condition':" + condition
                        + "}}");
        assertThat(decide(Callers.alice(), "cam:GetUser", "*").allowed()).isEqualTo(holds);
    }

    @Test
    void a_key_of_a_session_with_a_second_factor_carries_that() {
        policies.give(
                ALICE,
                "{'version':'2.0','statement':[{'effect':'allow','action':'*','resource':'*'},{'effect':'deny',"
                        + "'action':'*','resource':'*','condition':{'bool_equal':{'qcs:mfaPresent':'false'}}}]}");
        assertThat(decide(Callers.alice(), "cam:GetUser", "*").allowed()).isFalse();
        assertThat(decide(Callers.with(ALICE, Callers.session(Optional.empty(), false)), "cam:GetUser", "*")
                        .allowed())
                .isFalse();
        assertThat(decide(Callers.with(ALICE, Callers.session(Optional.empty(), true)), "cam:GetUser", "*")
                        .allowed())
                .isTrue();
    }

    @Test
    void a_resource_as_long_as_a_request_is_no_work() {
        policies.give(ALICE, allowing("cam:*", "qcs::cam:::userName/*a*a*a*a*b"));
        assertThat(decide(
                                Callers.alice(),
                                "cam:GetUser",
                                "qcs::cam::uin/100000000001:userName/" + "a".repeat(1_000_000))
                        .allowed())
                .isFalse();
    }

    private Decision decide(Caller caller, String operation, String resource) {
        return authorisation.decide(caller, operation, resource);
    }

    private static String allowing(String action, String resource) {
        return "{'version':'2.0','statement':{'effect':'allow','action':'" + action + "','resource':'" + resource
                + "'}}";
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}

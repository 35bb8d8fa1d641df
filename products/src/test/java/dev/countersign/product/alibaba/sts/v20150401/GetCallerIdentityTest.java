package dev.countersign.product.alibaba.sts.v20150401;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.action.Action;
import dev.countersign.product.alibaba.sts.v20150401.GetCallerIdentity.Response;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.tenant.TemporaryKey.AssumedRole;
import dev.countersign.tenant.Tenant;
import dev.countersign.value.Cause;
import dev.countersign.value.RequestId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GetCallerIdentityTest {
    private static final Tenant TENANT = new Tenant(1, "1000000000000001", "dev", Set.of(), Optional.empty());
    private static final Principal ROOT = new Principal(1, 1, "dev");
    private static final Principal ALICE = new Principal(11, 1, "alice");

    private static Response who(Principal principal, Optional<TemporaryKey> temporary) {
        Caller caller = new Caller(TENANT, principal, "key", temporary, "192.0.2.1", Cause.page(new RequestId("r")));
        return new GetCallerIdentity()
                .perform(new Action.Context(caller, "en-US", Optional.empty()), new GetCallerIdentity.Request());
    }

    private static TemporaryKey temporary(Optional<AssumedRole> role) {
        return new TemporaryKey(Instant.EPOCH, role, Optional.empty(), Optional.empty());
    }

    @Test
    void an_account_is_its_root() {
        assertThat(who(ROOT, Optional.empty()))
                .isEqualTo(new Response(
                        "Account",
                        "1000000000000001",
                        "1000000000000001",
                        "1000000000000001",
                        null,
                        "acs:ram::1000000000000001:root"));
    }

    @Test
    void a_user_is_itself_with_a_permanent_and_with_a_session_key() {
        Response alice =
                new Response("RAMUser", "1000000000000001", "11", "11", null, "acs:ram::1000000000000001:user/alice");
        assertThat(who(ALICE, Optional.empty())).isEqualTo(alice);
        assertThat(who(ALICE, Optional.of(temporary(Optional.empty())))).isEqualTo(alice);
    }

    @Test
    void whoever_assumed_a_role_is_that_role() {
        AssumedRole role = new AssumedRole(7, "operator", "nightly");
        assertThat(who(ROOT, Optional.of(temporary(Optional.of(role)))))
                .isEqualTo(new Response(
                        "AssumedRoleUser",
                        "1000000000000001",
                        "7:nightly",
                        null,
                        "7",
                        "acs:ram::1000000000000001:assumed-role/operator/nightly"));
    }
}

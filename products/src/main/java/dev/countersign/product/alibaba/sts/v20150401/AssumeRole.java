package dev.countersign.product.alibaba.sts.v20150401;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.AssumptionRefusal;
import dev.countersign.refusal.PolicyDocumentRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.SessionRefusal;
import dev.countersign.sts.AssumableRoles.RoleName;
import dev.countersign.sts.AssumeDemand;
import dev.countersign.sts.IssuedKey;
import dev.countersign.sts.Sessions;
import dev.countersign.sts.TemporaryKeys;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.TemporaryKey.AssumedRole;
import dev.countersign.value.Bytes;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// `AssumeRole`: a temporary key that acts as a role.
public final class AssumeRole implements Action<AssumeRole.Request, AssumeRole.Response> {
    /// Calls a second and account where the vendor publishes no number.
    static final int PER_SECOND = 10;

    private static final long SHORTEST = 900;
    private static final long UNSAID = 3600;
    private static final int LONGEST_POLICY = 2048;

    /// Its parameters.
    public record Request(
            @Field(
                    doc = "The role: `acs:ram::<account>:role/<name>`.",
                    example = "acs:ram::1000000000000001:role/dev-operator",
                    pattern = RoleArn.PATTERN,
                    whenMalformed = "InvalidParameter.RoleArn")
            String roleArn,

            @Field(
                    doc = "What the session is called: 2 to 64 letters, digits and `.@-_`.",
                    example = "nightly",
                    pattern = "[\\w.@-]{2,64}",
                    whenMalformed = "InvalidParameter.RoleSessionName")
            String roleSessionName,

            @Field(doc = "Seconds that the key lives: 900 at least, 3,600 when not given.", example = "3600") @Nullable Long durationSeconds,

            @Field(doc = "A policy document that narrows what the key may do: 2,048 bytes at most.") @Nullable String policy,

            @Field(
                    doc = "What the role's trust policy may ask for: 2 to 1,224 letters, digits and `=,.@:/_-`.",
                    example = "partner-7",
                    pattern = "[\\w=,.@:/-]{2,1224}",
                    whenMalformed = "InvalidParameter.ExternalId")
            @Nullable String externalId,

            @Field(
                    doc = "On whose behalf the session is opened, kept in the audit.",
                    example = "alice",
                    pattern = "[\\w=,.@-]{2,64}",
                    whenMalformed = "InvalidParameter.SourceIdentity")
            @Nullable String sourceIdentity) {}

    /// Its answer.
    public record Response(
            @Field(doc = "Who the key acts as.") AssumedRoleUser assumedRoleUser,

            @Field(doc = "The temporary key.") Credentials credentials) {}

    /// An assumed role.
    public record AssumedRoleUser(
            @Field(
                    doc = "Id of the role and name of the session, with a colon between.",
                    example = "461168601842738:nightly")
            String assumedRoleId,

            @Field(doc = "Its name.", example = "acs:ram::1000000000000001:role/dev-operator/nightly")
            String arn) {}

    /// A temporary key.
    public record Credentials(
            @Field(doc = "Id of the key.", example = "STS.1aZr8bYq7cXp6dWn5eVm4fUk3gTj2hSi1kRh0lQg9")
            String accessKeyId,

            @Field(doc = "Secret of the key.", example = "n8PfO7qEd6rDc5sCb4tBa3uAz2vZy1wYx0xXw9yWv8z", secret = true)
            String accessKeySecret,

            @Field(
                    doc = "Token, to be sent with each call.",
                    example = "b4xG7yNqPzLw2vTfRkHs9dJm3cQaUe6ZtXo1iYgBnVh",
                    secret = true)
            String securityToken,

            @Field(doc = "When it ends, in UTC.", example = "2026-11-22T10:00:00Z")
            String expiration) {}

    private final Sessions sessions;
    private final ActionSpec<Request, Response> spec;

    /// @param sessions hands out temporary keys
    public AssumeRole(Sessions sessions) {
        this.sessions = sessions;
        this.spec = ActionSpec.action("AssumeRole", Request.class, Response.class)
                .summary("Gives a caller whom a role trusts a temporary key that acts as the role.")
                .perSecond(PER_SECOND)
                .on(this::role)
                .answers(AssumptionRefusal.class)
                .answers(PolicyDocumentRefusal.class)
                .answers(SessionRefusal.LifetimeOutside.class)
                .publishes("InvalidParameter.RoleArn", "The parameter RoleArn is wrongly formed.")
                .publishes("InvalidParameter.RoleSessionName", "The parameter RoleSessionName is wrongly formed.")
                .publishes("InvalidParameter.ExternalId", "The parameter ExternalId is wrongly formed.")
                .publishes("InvalidParameter.SourceIdentity", "The parameter SourceIdentity is wrongly formed.")
                .refuses(
                        SessionRefusal.LifetimeOutside.class,
                        "InvalidParameter.DurationSeconds",
                        "The Min/Max value of DurationSeconds is 15min/1hr.")
                .refuses(
                        AssumptionRefusal.SessionPolicyTooLong.class,
                        "InvalidParameter.PolicySize",
                        "The size of Policy must be smaller than 2048 bytes.")
                .refuses(
                        AssumptionRefusal.SessionPolicyMalformed.class,
                        "InvalidParameter.PolicyGrammar",
                        "The parameter Policy has not passed grammar check.")
                .refuses(
                        PolicyDocumentRefusal.class,
                        "InvalidParameter.PolicyGrammar",
                        "The parameter Policy has not passed grammar check.")
                .refuses(
                        AssumptionRefusal.RoleUnknown.class,
                        404,
                        "EntityNotExist.Role",
                        "The specified Role not exists.")
                .build();
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return spec;
    }

    /// Policies know a role by one name, whichever wire it is asked for on.
    private String role(Caller caller, Value.Fields parameters) {
        return parameters.fields().get("RoleArn") instanceof Value.Text arn
                ? RoleArn.read(arn.text())
                        .filter(role -> role.account().equals(caller.tenant().accountId()))
                        .map(role -> sessions.resource(caller, caller.tenant().id(), new RoleName.Named(role.name())))
                        .orElse("*")
                : "*";
    }

    @Override
    public Response perform(Context context, Request request) {
        Caller caller = context.caller();
        // Another account's role is answered as one that does not exist.
        RoleArn arn = RoleArn.read(request.roleArn())
                .filter(role -> role.account().equals(caller.tenant().accountId()))
                .orElseThrow(() -> new Refused(new AssumptionRefusal.RoleUnknown()));
        IssuedKey issued = sessions.assume(
                caller,
                new AssumeDemand(
                        TemporaryKeys.Kind.STS,
                        caller.tenant().id(),
                        new RoleName.Named(arn.name()),
                        request.roleSessionName(),
                        Optional.of(seconds(request)),
                        policy(request),
                        Optional.ofNullable(request.externalId()),
                        Optional.empty(),
                        remarks(request)));
        AssumedRole role = issued.temporary().role().orElseThrow();
        return new Response(
                new AssumedRoleUser(
                        role.id() + ":" + role.session(),
                        "acs:ram::" + arn.account() + ":role/" + role.name() + "/" + role.session()),
                new Credentials(
                        issued.key().id(),
                        issued.key().secret().reveal(),
                        issued.token().reveal(),
                        DateTimeFormatter.ISO_INSTANT.format(issued.temporary().expiresAt())));
    }

    private static Optional<String> policy(Request request) {
        Optional<String> policy = Optional.ofNullable(request.policy());
        if (policy.filter(text -> Bytes.utf8(text).length() > LONGEST_POLICY).isPresent()) {
            throw new Refused(new AssumptionRefusal.SessionPolicyTooLong());
        }
        return policy;
    }

    private static long seconds(Request request) {
        long seconds = Optional.ofNullable(request.durationSeconds()).orElse(UNSAID);
        if (seconds < SHORTEST) {
            throw new Refused(new SessionRefusal.LifetimeOutside());
        }
        return seconds;
    }

    private static SortedMap<String, String> remarks(Request request) {
        SortedMap<String, String> remarks = new TreeMap<>();
        Optional.ofNullable(request.sourceIdentity()).ifPresent(name -> remarks.put("source-identity", name));
        return remarks;
    }
}

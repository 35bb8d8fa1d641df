package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.gateway.action.FieldRefused;
import dev.countersign.policy.Role;
import dev.countersign.policy.Roles;
import dev.countersign.policy.Tag;
import dev.countersign.refusal.DescriptionTooLong;
import dev.countersign.refusal.RoleRefusal;
import dev.countersign.refusal.TagsInvalid;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `CreateRole`: makes a role that others can assume
/// (<https://cloud.tencent.com/document/api/598/36225>).
public final class CreateRole implements Action<CreateRole.Request, CreateRole.Response> {
    private static final long LONGEST_SECONDS = 43_200;
    private static final long USUAL_SECONDS = 7_200;
    private static final String TAG_LIMIT = "InvalidParameter.TagLimitExceeded";
    private static final String TAG_LIMIT_TEXT = "The tag limit has been exceeded.";

    /// Its parameters.
    public record Request(
            @Field(doc = "Role name: 1 to 128 letters, digits and `+=,.@-_`.", example = "operator")
            String roleName,

            @Field(
                    doc = "Who may assume it, as a JSON text in version 2.0; it may be URL-encoded.",
                    example =
                            "{\"version\":\"2.0\",\"statement\":[{\"action\":\"name/sts:AssumeRole\",\"effect\":\"allow\",\"principal\":{\"qcs\":[\"qcs::cam::uin/100000000001:root\"]}}]}")
            String policyDocument,

            @Field(doc = "Description, up to 300 bytes.") @Nullable String description,

            @Field(doc = "Whether it may use the console: 1 yes, 0 no.") @Nullable Long consoleLogin,

            @Field(doc = "Seconds that a key for it may live at most, 0 to 43200; 7200 when not given or 0.") @Nullable Long sessionDuration,

            @Field(doc = "Tags, up to 50.") @Nullable List<RoleTags> tags) {}

    /// Its answer.
    public record Response(
            @Field(doc = "Role id, as a string.", example = "4611686018427387905") @Nullable String roleId) {}

    private static final ActionSpec<Request, Response> SPEC = CamErrors.trust(
                    ActionSpec.action("CreateRole", Request.class, Response.class)
                            .summary("Makes a role.")
                            .perSecond(2)
                            .sensitive()
                            .on((caller, parameters) -> PolicyResources.role(caller, parameters, "", "RoleName")))
            .publishes(CamErrors.PARAM, CamErrors.PARAM_TEXT)
            .publishes(TAG_LIMIT, TAG_LIMIT_TEXT)
            .refuses(DescriptionTooLong.class, CamErrors.DESCRIPTION, CamErrors.DESCRIPTION_TEXT)
            .refuses(TagsInvalid.class, "InvalidParameter.TagParamError", "Incorrect tag parameter.")
            .refuses(RoleRefusal.RolesFull.class, "InvalidParameter.RoleFull", "Limit on number of roles reached.")
            .refuses(RoleRefusal.NameInvalid.class, "InvalidParameter.RoleNameError", "Role name invalid.")
            .refuses(
                    RoleRefusal.NameInUse.class,
                    "InvalidParameter.RoleNameInUse",
                    "A role with the same name already exists.")
            .build();

    private final Roles roles;

    /// @param roles makes it
    public CreateRole(Roles roles) {
        this.roles = roles;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        String description = request.description();
        List<RoleTags> tags = request.tags() == null ? List.of() : request.tags();
        if (tags.size() > Tag.MOST) {
            throw new FieldRefused(TAG_LIMIT);
        }
        long role = roles.create(
                context.caller(),
                new Role.Terms(
                        request.roleName(),
                        decoded(request.policyDocument()),
                        description == null ? "" : description,
                        longest(request.sessionDuration()),
                        console(request.consoleLogin()),
                        tags.stream()
                                .map(tag -> new Tag(tag.key(), tag.value()))
                                .toList()));
        return new Response(Long.toString(role));
    }

    /// The vendor's example sends the document URL-encoded.
    private static String decoded(String document) {
        if (!document.regionMatches(true, 0, "%7B", 0, 3)) {
            return document;
        }
        try {
            return URLDecoder.decode(document, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw CamErrors.param();
        }
    }

    private static Duration longest(@Nullable Long seconds) {
        long wanted = seconds == null || seconds == 0 ? USUAL_SECONDS : seconds;
        if (wanted < 0 || wanted > LONGEST_SECONDS) {
            throw CamErrors.param();
        }
        return Duration.ofSeconds(wanted);
    }

    private static boolean console(@Nullable Long flag) {
        long wanted = flag == null ? 0 : flag;
        if (wanted != 0 && wanted != 1) {
            throw CamErrors.param();
        }
        return wanted == 1;
    }
}

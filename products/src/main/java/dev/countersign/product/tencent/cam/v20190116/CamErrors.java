package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.FieldRefused;
import dev.countersign.refusal.PolicyDocumentRefusal;

/// Codes that several actions publish, with the texts of the vendor's table.
final class CamErrors {
    static final String PARAM = "InvalidParameter.ParamError";
    static final String PARAM_TEXT = "Invalid input parameter.";
    static final String SYSTEM = "InternalError.SystemError";
    static final String SYSTEM_TEXT = "Internal error.";
    static final String POLICY_NOT_FOUND = "ResourceNotFound.PolicyIdNotFound";
    static final String POLICY_NOT_FOUND_TEXT = "Resources specified by `PolicyId` does not exist.";
    static final String POLICY_ID = "InvalidParameter.PolicyIdError";
    static final String POLICY_ID_TEXT = "Input parameter `PolicyId` invalid.";
    static final String NO_POLICY = "InvalidParameter.PolicyIdNotExist";
    static final String NO_POLICY_TEXT = "Policy ID does not exist.";
    static final String POLICY_NAME = "InvalidParameter.PolicyNameError";
    static final String POLICY_NAME_TEXT = "`PolicyName` field invalid.";
    static final String NAME_IN_USE = "FailedOperation.PolicyNameInUse";
    static final String NAME_IN_USE_TEXT = "The policy name specified by the `PolicyName` field already exists.";
    static final String DESCRIPTION = "InvalidParameter.DescriptionLengthOverlimit";
    static final String DESCRIPTION_TEXT = "The input parameter `description` cannot exceed 300 bytes in length.";
    static final String ATTACHMENT_FULL = "InvalidParameter.AttachmentFull";
    static final String ATTACHMENT_FULL_TEXT =
            "Limit on number of authorization object associated policies in the `principal` field reached.";
    static final String ROLE = "InvalidParameter.RoleNotExist";
    static final String ROLE_TEXT = "Role does not exist.";
    static final String USER = "ResourceNotFound.UserNotExist";
    static final String USER_TEXT = "User does not exist.";
    static final String NO_USER = "InvalidParameter.UserNotExist";
    static final String NO_USER_TEXT = "User object does not exist";
    static final String ORGANIZATION = "FailedOperation.OrganizationPolicyOperateError";
    static final String ORGANIZATION_TEXT = "Policies of an organization can't be operated on here.";
    static final String NOT_FOUND = "ResourceNotFound.NotFound";
    static final String NOT_FOUND_TEXT = "Resource does not exist.";

    private CamErrors() {}

    /// A parameter that has the right type and a value that it can't have.
    static FieldRefused param() {
        return new FieldRefused(PARAM);
    }

    /// The faults of statements that both kinds of documents can have.
    private static <Q extends Record, A extends Record> ActionSpec.Builder<Q, A> statements(
            ActionSpec.Builder<Q, A> spec) {
        return spec.answers(PolicyDocumentRefusal.class)
                .refuses(
                        PolicyDocumentRefusal.VersionUnknown.class,
                        "InvalidParameter.VersionError",
                        "`Version` field of policy document invalid.")
                .refuses(
                        PolicyDocumentRefusal.StatementInvalid.class,
                        "InvalidParameter.StatementError",
                        "`Statement` field of policy document invalid.")
                .refuses(
                        PolicyDocumentRefusal.EffectInvalid.class,
                        "InvalidParameter.EffectError",
                        "`Effect` field of policy document invalid.")
                .refuses(
                        PolicyDocumentRefusal.ActionMissing.class,
                        "InvalidParameter.ActionMiss",
                        "The action in the policy syntax does not exist.")
                .refuses(
                        PolicyDocumentRefusal.ActionInvalid.class,
                        "InvalidParameter.ActionError",
                        "`Action` field of policy document invalid.")
                .refuses(
                        PolicyDocumentRefusal.ConditionInvalid.class,
                        "InvalidParameter.ConditionError",
                        "`condition` field of policy document invalid.")
                .refuses(
                        PolicyDocumentRefusal.OperatorUnknown.class,
                        "InvalidParameter.ConditionTypeError",
                        "The condition operator in the policy syntax is incorrect.")
                .refuses(
                        PolicyDocumentRefusal.ConditionContentInvalid.class,
                        "InvalidParameter.ConditionContentError",
                        "The condition content in the policy syntax is incorrect.")
                .refuses(
                        PolicyDocumentRefusal.PrincipalInvalid.class,
                        "InvalidParameter.PrincipalError",
                        "`principal` field of policy document invalid.");
    }

    /// The faults of a document that says what may be done. The vendor's products are more than are served here,
    /// so that a service that it does not know can't be told from one that only it knows.
    static <Q extends Record, A extends Record> ActionSpec.Builder<Q, A> permissions(ActionSpec.Builder<Q, A> spec) {
        return statements(spec)
                .refuses(
                        PolicyDocumentRefusal.TooLong.class,
                        "InvalidParameter.PolicyDocumentLengthOverLimit",
                        "`PolicyDocument` field exceeds length restriction.")
                .refuses(
                        PolicyDocumentRefusal.NotADocument.class,
                        "InvalidParameter.PolicyDocumentError",
                        "`PolicyDocument` field invalid.")
                .refuses(
                        PolicyDocumentRefusal.ActionUnknown.class,
                        "InvalidParameter.ActionNotExist",
                        "The action in the policy syntax does not exist.")
                .refuses(
                        PolicyDocumentRefusal.ResourceInvalid.class,
                        "InvalidParameter.ResourceError",
                        "`Resource` field of policy document invalid.")
                .refuses(
                        PolicyDocumentRefusal.ResourceForm.class,
                        "InvalidParameter.ResourceQcsError",
                        "Incorrect resource `QCS`.")
                .refuses(
                        PolicyDocumentRefusal.ResourceProject.class,
                        "InvalidParameter.ResourceProjectError",
                        "The resource project in the policy syntax is incorrect.")
                .refuses(
                        PolicyDocumentRefusal.ResourceRegion.class,
                        "InvalidParameter.ResourceRegionError",
                        "The resource region in the policy syntax is incorrect.")
                .refuses(
                        PolicyDocumentRefusal.ResourceAccount.class,
                        "InvalidParameter.ResourceUinError",
                        "The resource root account in the policy syntax is incorrect.")
                .refuses(
                        PolicyDocumentRefusal.ResourceContent.class,
                        "InvalidParameter.ResourceContentError",
                        "The resource context in the policy syntax is incorrect.")
                .refuses(
                        PolicyDocumentRefusal.PrincipalNameInvalid.class,
                        "InvalidParameter.PrincipalError",
                        "`principal` field of policy document invalid.")
                .refuses(
                        PolicyDocumentRefusal.PrincipalUnknown.class,
                        "InvalidParameter.PrincipalError",
                        "`principal` field of policy document invalid.")
                .refuses(
                        PolicyDocumentRefusal.ServiceUnknown.class,
                        "InvalidParameter.PrincipalError",
                        "`principal` field of policy document invalid.")
                .catalogues(ATTACHMENT_FULL, ATTACHMENT_FULL_TEXT)
                .catalogues(
                        "InvalidParameter.ActionServiceNotExist",
                        "The action service in the policy syntax does not exist.")
                .catalogues(
                        "InvalidParameter.ResourceServiceNotExist",
                        "The resource service in the policy syntax does not exist.")
                .catalogues(
                        "InvalidParameter.NotSupportProduct",
                        "CAM does not support the resource type specified in the policy document.")
                .catalogues("InvalidParameter.PrincipalQcsError", "Incorrect `PrincipalQcsc`.")
                .catalogues("InvalidParameter.PrincipalQcsNotExist", "`PrincipalQcs` does not exist.")
                .catalogues("InvalidParameter.PrincipalServiceNotExist", "`PrincipalService` does not exist.")
                .catalogues(NO_USER, NO_USER_TEXT)
                .catalogues("ResourceNotFound.GroupNotExist", "User group does not exist.")
                .catalogues(USER, USER_TEXT)
                .catalogues(SYSTEM, SYSTEM_TEXT);
    }

    /// The faults of a document that says who may assume a role.
    static <Q extends Record, A extends Record> ActionSpec.Builder<Q, A> trust(ActionSpec.Builder<Q, A> spec) {
        return statements(spec)
                .refuses(PolicyDocumentRefusal.TooLong.class, PARAM, PARAM_TEXT)
                .refuses(PolicyDocumentRefusal.NotADocument.class, PARAM, PARAM_TEXT)
                .refuses(
                        PolicyDocumentRefusal.ActionUnknown.class,
                        "InvalidParameter.ActionError",
                        "`Action` field of policy document invalid.")
                .refuses(
                        PolicyDocumentRefusal.OfResource.class,
                        "InvalidParameter.StatementError",
                        "`Statement` field of policy document invalid.")
                .refuses(
                        PolicyDocumentRefusal.PrincipalNameInvalid.class,
                        "InvalidParameter.PrincipalQcsError",
                        "Incorrect `PrincipalQcsc`.")
                .refuses(
                        PolicyDocumentRefusal.PrincipalUnknown.class,
                        "InvalidParameter.PrincipalQcsNotExist",
                        "`PrincipalQcs` does not exist.")
                .refuses(
                        PolicyDocumentRefusal.ServiceUnknown.class,
                        "InvalidParameter.PrincipalServiceNotExist",
                        "`PrincipalService` does not exist.")
                .catalogues(
                        "InvalidParameter.PrincipalQcsCrossError",
                        "Cross-site access is not supported for this role entity.")
                .catalogues(ATTACHMENT_FULL, ATTACHMENT_FULL_TEXT)
                .catalogues(NO_USER, NO_USER_TEXT)
                .catalogues("FailedOperation.TagResourceFailed", "Failed to bind the tag.")
                .catalogues(SYSTEM, SYSTEM_TEXT);
    }
}

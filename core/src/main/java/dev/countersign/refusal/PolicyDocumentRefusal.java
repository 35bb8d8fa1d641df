package dev.countersign.refusal;

/// A policy document that is not accepted. Each case names the fault, so that its writer finds it.
public sealed interface PolicyDocumentRefusal extends Refusal {
    /// It has more characters than a document may have.
    ///
    /// @param limit how many it may have
    record TooLong(int limit) implements PolicyDocumentRefusal {}

    /// It can't be read as a document at all, or nests deeper than any document needs to.
    record NotADocument() implements PolicyDocumentRefusal {}

    /// Its version is missing or none that is served.
    record VersionUnknown() implements PolicyDocumentRefusal {}

    /// Its statements are missing, or one has an element that statements don't have.
    record StatementInvalid() implements PolicyDocumentRefusal {}

    /// A statement neither allows nor denies.
    record EffectInvalid() implements PolicyDocumentRefusal {}

    /// A statement is about no action.
    record ActionMissing() implements PolicyDocumentRefusal {}

    /// An action is not written as actions are.
    record ActionInvalid() implements PolicyDocumentRefusal {}

    /// A set of actions that does not exist here.
    record ActionUnknown() implements PolicyDocumentRefusal {}

    /// A condition is not written as conditions are.
    record ConditionInvalid() implements PolicyDocumentRefusal {}

    /// A condition compares in a way that does not exist.
    record OperatorUnknown() implements PolicyDocumentRefusal {}

    /// What a condition compares with can't be compared in that way.
    record ConditionContentInvalid() implements PolicyDocumentRefusal {}

    /// Something is wrong with what a statement is about.
    sealed interface OfResource extends PolicyDocumentRefusal {}

    /// A statement is about no resource, or its resources are no texts.
    record ResourceInvalid() implements OfResource {}

    /// A resource has not the segments that a resource has.
    record ResourceForm() implements OfResource {}

    /// A resource names a project, which is a thing of the past.
    record ResourceProject() implements OfResource {}

    /// A resource's region can't be one.
    record ResourceRegion() implements OfResource {}

    /// A resource's account can't be one.
    record ResourceAccount() implements OfResource {}

    /// The last segment of a resource can't be one.
    record ResourceContent() implements OfResource {}

    /// Principals stand where none may, are missing where some must, or are not written as principals are.
    record PrincipalInvalid() implements PolicyDocumentRefusal {}

    /// A principal's name is not written as such names are.
    record PrincipalNameInvalid() implements PolicyDocumentRefusal {}

    /// A principal does not exist in this tenant.
    record PrincipalUnknown() implements PolicyDocumentRefusal {}

    /// A service can't exist under that name.
    record ServiceUnknown() implements PolicyDocumentRefusal {}
}

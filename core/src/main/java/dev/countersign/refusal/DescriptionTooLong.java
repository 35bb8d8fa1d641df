package dev.countersign.refusal;

/// A description has more bytes than one may have.
///
/// @param limit how many it may have
public record DescriptionTooLong(int limit) implements PolicyRefusal, RoleRefusal {}

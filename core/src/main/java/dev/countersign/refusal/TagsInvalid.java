package dev.countersign.refusal;

/// Tags that can't be kept: too many, one key twice, or a key or value that can't be one.
///
/// @param tooMany whether only their number is wrong
public record TagsInvalid(boolean tooMany) implements PolicyRefusal, RoleRefusal {}

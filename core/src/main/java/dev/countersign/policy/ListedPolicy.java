package dev.countersign.policy;

/// A policy in a list.
///
/// @param policy the policy
/// @param users how many of the tenant's users have it
/// @param roles how many of its roles have it
public record ListedPolicy(Policy policy, int users, int roles) {}

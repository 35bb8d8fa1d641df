package dev.countersign.tenant;

import dev.countersign.value.Secret;

/// An access key signs calls for one principal, on every signed wire.
///
/// @param id `AKID` and 32 characters, or `LTAI` and 20; length is never checked
/// @param secret what HMACs are made with
public record AccessKey(String id, Secret secret) {}

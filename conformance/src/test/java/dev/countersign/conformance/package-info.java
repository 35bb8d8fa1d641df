/// The official SDKs against a running server: the same behaviours through each way of signing and sending.
///
/// **What it does not do.** It ships nothing: SDK jars never reach the product.
///
/// Start with [dev.countersign.conformance.TencentRegistrationTest].
@NullMarked
package dev.countersign.conformance;

import org.jspecify.annotations.NullMarked;

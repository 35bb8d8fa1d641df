/// `cams`, version 2020-06-06: the numbers of a customer's spaces, from the first call to registered. One action is
/// one file.
///
/// **What it does not do.** It moves and registers numbers; it sends no messages of a channel, has no templates, flows,
/// profiles or webhooks, and asks no network behind it. So a space's list says only what is known here: a number, its
/// name, its state and whether a code proved it. No quality is rated (`UNKNOWN` where the vendor has that word, else
/// left out), no number is official, and tiers, reviews of names, queues and callbacks are left out.
///
/// The vendor lists four codes for each action: `Product.Unsubscript`, `Ram.PermissionDeny`, `System.LimitControl` and
/// `Unknown.ResourceOwnerId`. It leaves open how a wrong code, an unknown number and a call out of order are answered;
/// `VerifyCode.Invalid`, `PhoneNumber.*`, `Method.NotServed`, `CustSpace.LimitReached`, and `InvalidParameter.*` with
/// the
/// name of a parameter are ours (docs/adr/0024).
///
/// Source: the vendor's OpenAPI metadata and its pages on cams, read in November 2026. `Message` of a success is what
/// the example on the action's page says.
///
/// Start with [dev.countersign.product.alibaba.cams.v20200606.Cams].
@NullMarked
package dev.countersign.product.alibaba.cams.v20200606;

import org.jspecify.annotations.NullMarked;

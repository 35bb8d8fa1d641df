/// `dypnsapi`, version 2017-05-25: a code by text message to a number of mainland China, and its check. One
/// action is one file.
///
/// **What it does not do.** It has no registry of signatures and templates: `SignName` and `TemplateCode`
/// must be there, and the installation's own wording is what is sent. Numbers are not authenticated by the
/// carrier (`GetMobile`, `VerifyMobile`), and sends are not listed (`QuerySendDetails`).
///
/// Source: the vendor's OpenAPI metadata and pages, and what clients of the live service report, read in
/// November 2026. Decision: `docs/adr/0023-codes-on-terms.md`.
///
/// Start with [dev.countersign.product.alibaba.dypnsapi.v20170525.Dypnsapi].
@NullMarked
package dev.countersign.product.alibaba.dypnsapi.v20170525;

import org.jspecify.annotations.NullMarked;

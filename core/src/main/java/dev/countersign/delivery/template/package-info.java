/// What messages say in an operator's own words: templates by tenant, purpose, channel and locale, before our
/// own.
///
/// **What it does not do.** It reads no configuration, counts no segments and sends nothing; it only writes
/// texts.
///
/// Start with [TemplateBook].
@NullMarked
package dev.countersign.delivery.template;

import org.jspecify.annotations.NullMarked;

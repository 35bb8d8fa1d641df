/// What an operator is told of templates before anybody gets a message by them: what they will look like, and
/// what is wrong with them.
///
/// **What it does not do.** It sends nothing, and refuses nothing: templates that can't be are refused when
/// the configuration is read.
///
/// Start with [dev.countersign.server.template.TemplateLint].
@NullMarked
package dev.countersign.server.template;

import org.jspecify.annotations.NullMarked;

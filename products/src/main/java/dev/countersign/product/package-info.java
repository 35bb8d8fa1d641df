/// The published products: what each vendor calls a service, and our own API.
///
/// **What it does not do.** An action decides nothing: it translates words in, calls one domain method, and
/// translates words out.
///
/// Start with [dev.countersign.product.tencent.intlpartnersmgt.v20220928.IntlPartnersMgt].
@NullMarked
package dev.countersign.product;

import org.jspecify.annotations.NullMarked;

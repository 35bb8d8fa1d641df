/// `intlpartnersmgt`, version 2022-09-28: a partner's customers and how they register. One action is one file.
///
/// **What it does not do.** Of the vendor's 46 actions only those of the registration loop are here.
///
/// Source: the vendor's pages of API 1085 and the comments of its generated clients, read in November 2026.
///
/// Start with [dev.countersign.product.tencent.intlpartnersmgt.v20220928.IntlPartnersMgt].
@NullMarked
package dev.countersign.product.tencent.intlpartnersmgt.v20220928;

import org.jspecify.annotations.NullMarked;

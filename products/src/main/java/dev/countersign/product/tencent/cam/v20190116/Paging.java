package dev.countersign.product.tencent.cam.v20190116;

import org.jspecify.annotations.Nullable;

/// Part of a list, as the vendor's parameters name it: page and page size.
///
/// @param offset how many to leave out
/// @param most how many at most
record Paging(int offset, int most) {
    private static final long STANDARD = 20;
    private static final long MOST = 200;

    /// Reads `Page` (from 1, at most 200) and `Rp` (1 to 200, usually 20).
    ///
    /// @throws dev.countersign.gateway.action.FieldRefused with `InvalidParameter.ParamError`
    static Paging of(@Nullable Long page, @Nullable Long size) {
        long number = page == null ? 1 : page;
        long most = size == null ? STANDARD : size;
        if (number < 1 || number > MOST || most < 1 || most > MOST) {
            throw CamErrors.param();
        }
        return new Paging((int) ((number - 1) * most), (int) most);
    }
}

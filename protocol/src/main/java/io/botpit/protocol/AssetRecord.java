package io.botpit.protocol;

import java.math.BigDecimal;

/** What somebody owns of one asset, exact: free to use, and held by open orders. */
public record AssetRecord(BigDecimal free, BigDecimal held) {
    public BigDecimal total() {
        return free.add(held);
    }

    public Json toJson() {
        return Json.object().put("free", free).put("held", held).build();
    }

    static AssetRecord from(Json json) {
        Fields fields = Fields.of(json);
        return new AssetRecord(fields.decimal("free"), fields.decimal("held"));
    }
}

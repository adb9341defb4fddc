package io.botpit.protocol;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A player's wallet.
 *
 * @param usd free quote asset of the first instrument, two places
 * @param crypto free base asset of the first instrument
 * @param assets all assets by code, exact
 */
public record WalletRecord(BigDecimal usd, BigDecimal crypto, Map<String, AssetRecord> assets) {
    public WalletRecord {
        assets = Collections.unmodifiableMap(new LinkedHashMap<>(assets));
    }

    public Json toJson() {
        return Json.object()
                .put("usd", usd)
                .put("crypto", crypto)
                .put("assets", assetsJson(assets))
                .build();
    }

    public static WalletRecord from(Json json) {
        Fields fields = Fields.of(json);
        return new WalletRecord(
                fields.decimal("usd"), fields.decimal("crypto"), fields.map("assets", AssetRecord::from));
    }

    static Json assetsJson(Map<String, AssetRecord> assets) {
        Json.Members members = Json.object();
        assets.forEach((code, asset) -> members.put(code, asset.toJson()));
        return members.build();
    }
}

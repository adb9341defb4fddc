package io.botpit.protocol;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of a table of standings.
 *
 * @param place 1 is best; equal scores share a place
 * @param equity everything owned at the mark, in the first instrument's quote asset, two places
 * @param score equity minus what the starting wallet is worth at the same mark, two places
 * @param assets all assets by code, exact
 */
public record StandingRecord(
        int place, String name, BigDecimal equity, BigDecimal score, Map<String, AssetRecord> assets) {
    public StandingRecord {
        assets = Collections.unmodifiableMap(new LinkedHashMap<>(assets));
    }

    public Json toJson() {
        return Json.object()
                .put("place", place)
                .put("name", name)
                .put("equity", equity)
                .put("score", score)
                .put("assets", WalletRecord.assetsJson(assets))
                .build();
    }

    static StandingRecord from(Json json) {
        Fields fields = Fields.of(json);
        return new StandingRecord(
                fields.integer("place"),
                fields.text("name"),
                fields.decimal("equity"),
                fields.decimal("score"),
                fields.map("assets", AssetRecord::from));
    }

    /** The rows of a reply to {@code standings}. */
    public static List<StandingRecord> rows(Json json) {
        return Fields.items(json).stream().map(StandingRecord::from).toList();
    }
}

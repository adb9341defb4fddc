package io.botpit.protocol;

import java.util.List;

/** Levels of one book: all of them in a snapshot (best first), the changed ones in a delta. */
public record BookRecord(List<LevelRecord> bids, List<LevelRecord> asks) {
    public BookRecord {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    public Json toJson() {
        return Json.object().put("bids", levels(bids)).put("asks", levels(asks)).build();
    }

    public static BookRecord from(Json json) {
        Fields fields = Fields.of(json);
        return new BookRecord(fields.list("bids", LevelRecord::from), fields.list("asks", LevelRecord::from));
    }

    private static Json levels(List<LevelRecord> levels) {
        return Json.array(levels.stream().map(LevelRecord::toJson).toList());
    }
}

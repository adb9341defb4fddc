package io.botpit.protocol;

import java.math.BigDecimal;
import java.util.List;

/**
 * All resting orders of one side at one price; on the wire {@code ["999.99", "1.5"]}.
 *
 * @param size in base units of the pair; 0: the level is gone
 */
public record LevelRecord(BigDecimal price, BigDecimal size) {
    public Json toJson() {
        return Json.texts(List.of(price.toString(), size.toString()));
    }

    static LevelRecord from(Json json) {
        List<Json> pair = Fields.items(json);
        if (pair.size() != 2) {
            throw new WrongShape("a level is a pair");
        }
        return new LevelRecord(Fields.decimal(pair.get(0)), Fields.decimal(pair.get(1)));
    }
}

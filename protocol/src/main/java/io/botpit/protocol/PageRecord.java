package io.botpit.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Where a list was cut off.
 *
 * @param limit how many entries a page has at most
 * @param older how many older entries there are before this page
 * @param newer how many newer entries there are after this page
 * @param last the id of the newest entry of this page, for {@code after}; null: the page is empty
 */
public record PageRecord(
        int limit, int older, int newer, @Nullable String last) {
    public static final int LIMIT_DEFAULT = 1_000;

    /** As many of the longest records as stay below 1 MiB. */
    public static final int LIMIT_MAX = 1_500;

    public Json toJson() {
        return Json.object()
                .put("limit", limit)
                .put("older", older)
                .put("newer", newer)
                .put("last", last == null ? Json.NULL : Json.text(last))
                .build();
    }

    static PageRecord from(Json json) {
        Fields fields = Fields.of(json);
        return new PageRecord(
                fields.integer("limit"), fields.integer("older"), fields.integer("newer"), fields.textIfAny("last"));
    }
}

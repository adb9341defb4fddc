package io.botpit.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Something that everybody in a game hears.
 *
 * @param event {@code joined}, {@code arrived}, {@code left}, {@code frozen}, {@code released}, {@code announcement},
 *     {@code said}, {@code closing}, {@code settled} or {@code ended}
 * @param name of the player it is about
 * @param text of an announcement; of an end its cause: {@code time_limit}, {@code referee} or {@code shutdown}
 * @param message what was said: any JSON; of {@code closing} when the game may end, of {@code settled} what the coins
 *     of the player count as, by symbol
 */
public record NewsRecord(
        String event,
        @Nullable String name,
        @Nullable String text,
        @Nullable Json message) {
    public Json toJson() {
        return Json.object()
                .put("event", event)
                .maybe("name", name)
                .maybe("text", text)
                .maybe("message", message)
                .build();
    }

    static NewsRecord from(Json json) {
        Fields fields = Fields.of(json);
        return new NewsRecord(
                fields.text("event"),
                fields.textIfAny("name"),
                fields.textIfAny("text"),
                fields.object().get("message"));
    }
}

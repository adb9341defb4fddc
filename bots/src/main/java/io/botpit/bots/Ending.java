package io.botpit.bots;

/**
 * How a bot's run ended.
 *
 * @param why for people
 */
public record Ending(Kind kind, String why) {
    /** What made it end. */
    public enum Kind {
        GAME_OVER,
        /** The bot was asked to stop. */
        STOPPED,
        /** The server does not let this bot play; trying again would not help. */
        TURNED_AWAY
    }
}

package io.botpit.dialect.arena;

import io.botpit.protocol.ArenaCommand;

/** Which commands are for players only, and what everybody else is told. */
final class LoginNeeds {
    private LoginNeeds() {}

    /** Subscriptions look at the channels themselves. */
    static boolean of(ArenaCommand command) {
        return switch (command) {
            case REGISTER, AUTH, HELLO, PING, GAMES, STANDINGS, DEPTH, SUBSCRIBE, UNSUBSCRIBE, RESUME -> false;
            case BCAST,
                    BUY,
                    SELL,
                    BUY_MARKET,
                    SELL_MARKET,
                    PRICE,
                    ORDERS,
                    ALL_ORDERS,
                    WALLETS,
                    CANCEL,
                    FILLS,
                    COMPLETED,
                    AUDIT,
                    SHUTDOWN,
                    START,
                    PAUSE,
                    JOIN,
                    ORDER_TEST,
                    AMEND,
                    CANCEL_ALL,
                    CANCEL_AFTER,
                    CANCEL_ON_DISCONNECT,
                    ROTATE_TOKEN,
                    SET_PASSWORD -> true;
        };
    }

    /** cxgame's words where it has the command. */
    static String text(String command) {
        return ArenaCommand.of(command).map(LoginNeeds::text).orElse("Must be authenticated.");
    }

    private static String text(ArenaCommand command) {
        return switch (command) {
            case BCAST -> "Must be authenticated to broadcast messages.";
            case PRICE -> "Must be authenticated to get market price.";
            case ORDERS, ALL_ORDERS -> "Must be authenticated to get open orders.";
            case WALLETS -> "Must be authenticated to get wallets.";
            case CANCEL, CANCEL_ALL -> "Must be authenticated to cancel orders.";
            default -> "Must be authenticated.";
        };
    }
}

package io.botpit.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every command of the protocol. The first eighteen are cxgame's. */
public enum ArenaCommand {
    REGISTER,
    AUTH,
    BCAST,
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
    HELLO,
    PING,
    GAMES,
    JOIN,
    STANDINGS,
    DEPTH,
    ORDER_TEST,
    AMEND,
    CANCEL_ALL,
    CANCEL_AFTER,
    CANCEL_ON_DISCONNECT,
    SUBSCRIBE,
    UNSUBSCRIBE,
    RESUME,
    ROTATE_TOKEN,
    SET_PASSWORD;

    private static final Map<String, ArenaCommand> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ArenaCommand::word, Function.identity()));

    /** The command's word on the wire, such as {@code buy_market}. */
    public String word() {
        return Word.of(this);
    }

    public static Optional<ArenaCommand> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}

package io.botpit.dialect.arena;

import io.botpit.dialect.Channel;
import io.botpit.protocol.PushType;
import java.util.Arrays;
import java.util.List;

/** The wire's words for channels. */
final class Channels {
    private Channels() {}

    static Channel of(PushType type) {
        return switch (type) {
            case BOOK -> Channel.BOOK;
            case TRADES -> Channel.TRADES;
            case ORDERS -> Channel.ORDERS;
            case FILLS -> Channel.FILLS;
            case WALLET -> Channel.WALLET;
            case STANDINGS -> Channel.STANDINGS;
            case GAME -> Channel.GAME;
        };
    }

    static List<String> words() {
        return Arrays.stream(PushType.values()).map(PushType::word).toList();
    }
}

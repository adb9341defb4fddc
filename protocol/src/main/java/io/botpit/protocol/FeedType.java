package io.botpit.protocol;

/** The frames of the public feed, cxgame's. */
public enum FeedType {
    INFO,
    BCAST,
    BUY,
    SELL,
    BUY_MARKET,
    SELL_MARKET,
    MATCH,
    CANCEL,
    START,
    PAUSE,
    SHUTDOWN,
    CSV;

    /** The word on the wire, such as {@code buy_market}. */
    public String word() {
        return Word.of(this);
    }

    /** A frame of this type. */
    public Json.Members frame(Json message) {
        return Json.object().put("type", word()).put("message", message);
    }
}

package io.botpit.bots;

import io.botpit.protocol.HelloRecord;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.PushType;
import java.util.List;

/** Whom a conversation is held for: hears what happens, in order, and says what is to be asked. For the conversation's thread. */
interface Mind {
    /** What it wants to follow. */
    List<PushType> channels();

    /** Another connection or another game: what it still had to think about is void. */
    void forget();

    /** Where it is; before the first push of a game, and after each lost connection. */
    void greeted(HelloRecord hello);

    /** A push that came in its turn, and what is known with it. */
    void heard(PushFrame push, Sight seen);

    /** Something before the next push of a channel never came; the conversation sees to it. */
    default void missed(PushType channel) {}

    void told(Update update);

    /** Whether there is anything to do in a game of this phase. */
    boolean isAwakeIn(Phase phase);

    /** Called whenever there may be something to say. */
    void think(Sight seen, Requests requests, long nowMillis);

    /** The connection is gone: what was asked is not answered any more. */
    void lost(String reason);

    /** The last chance to ask for something. */
    void leave(Requests requests);
}

package io.botpit.bots;

import io.botpit.protocol.ArenaCommand;
import io.botpit.protocol.HelloRecord;
import io.botpit.protocol.Json;
import io.botpit.protocol.PushFrame;
import io.botpit.protocol.PushType;
import io.botpit.protocol.ReplyFrame;
import io.botpit.protocol.RequestFrame;
import io.botpit.protocol.ServerFrame;
import io.botpit.protocol.WrongShape;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a player says and hears, without a socket, a thread or a clock: frames and times go in, frames come out. Logs in,
 * follows the game, and sends what its mind asks for. One conversation goes on over several connections. For one thread.
 */
final class Conversation {
    /** Refusals at the door that no second try will change. */
    private static final Set<String> HOPELESS = Set.of(
            "name_taken",
            "name_invalid",
            "name_reserved",
            "not_whitelisted",
            "players_full",
            "game_full",
            "unknown_game",
            "owner_in_game",
            "version_frozen",
            "invalid_command",
            "wrong_credentials");

    private static final long PING_AFTER_MILLIS = 15_000;

    /** How often who stays asks whether the server has it in another game by now. */
    private static final long LOOK_ROUND_MILLIS = 1_000;

    private final String name;
    private final Tokens tokens;
    private final BotSettings settings;
    private final Mind mind;
    private final Requests requests;
    private final TurnClock clock = new TurnClock();
    private final SnapshotsOwed owed = new SnapshotsOwed();
    private @Nullable Sight sight;
    private @Nullable Ending ending;
    private long nowMillis;
    private long heardAtMillis;
    private long lookedAtMillis;
    private boolean ready;
    private boolean broken;
    private boolean leaving;

    Conversation(Bot bot, BotSettings settings) {
        this(bot.name(), bot.tokens(), settings, new StrategyMind(bot, settings));
    }

    Conversation(String name, Tokens tokens, BotSettings settings, Mind mind) {
        this.name = name;
        this.tokens = tokens;
        this.settings = settings;
        this.mind = mind;
        requests = new Requests(new Pace(settings.commandsPerSecond()));
    }

    /** A connection is open: says who we are. {@link IOException}: the token cannot be read. */
    void opened(long now) throws IOException {
        time(now);
        heardAtMillis = nowMillis;
        broken = false;
        ready = false;
        requests.clear();
        mind.forget();
        owed.reconnected(nowMillis);
        Optional<String> token = tokens.load();
        if (token.isPresent()) {
            requests.add(introduced(RequestFrame.auth(name, token.get())), this::authenticated);
        } else {
            register();
        }
    }

    void heard(String text, long now) {
        time(now);
        heardAtMillis = nowMillis;
        switch (ServerFrame.read(text)) {
            case ReplyFrame reply -> answered(reply);
            case PushFrame push -> pushed(push);
            case ServerFrame.Unreadable(var _, var why) -> unreadable(why);
        }
        think();
    }

    void beat(long now) {
        time(now);
        if (ready && !settings.turns()) {
            mind.told(new Update.Beat());
        }
        if (sight != null && requests.isIdle() && mind.isAwakeIn(sight.phase())) {
            subscribe(owedOrMissing(sight));
        }
        if (settings.stay() && requests.isIdle() && nowMillis - lookedAtMillis >= LOOK_ROUND_MILLIS) {
            lookedAtMillis = nowMillis;
            requests.add(RequestFrame.of(ArenaCommand.HELLO), this::lookedRound);
        }
        if (requests.isIdle() && nowMillis - heardAtMillis > PING_AFTER_MILLIS) {
            requests.add(RequestFrame.of(ArenaCommand.PING), _ -> {});
        }
        think();
    }

    /** The mind may have come to something by itself. */
    void reconsider(long now) {
        time(now);
        think();
    }

    void lost(String reason) {
        mind.lost(reason);
    }

    /** The player leaves. */
    void leave(long now) {
        time(now);
        mind.forget();
        if (ready) {
            mind.leave(requests);
        }
        leaving = true;
    }

    /** The frames that are to be sent now. */
    List<String> due(long now) {
        return requests.due(clock.at(now));
    }

    /** Everything that was said has been answered. */
    boolean isIdle() {
        return requests.isIdle();
    }

    /** This connection is of no use any more. */
    boolean isBroken(long now) {
        return broken || !settings.turns() && requests.isStalled(now);
    }

    boolean isReady() {
        return ready;
    }

    /** How it ended; nothing as long as it goes on. */
    Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    private void time(long now) {
        nowMillis = clock.at(now);
    }

    /** What the reply would have told is asked for anew, over another connection. */
    private void answered(ReplyFrame reply) {
        try {
            requests.answered(reply, nowMillis);
        } catch (WrongShape wrong) {
            unreadable(wrong.getMessage());
            broken = true;
        }
    }

    private void unreadable(@Nullable String why) {
        settings.log().accept("unreadable frame: " + why);
    }

    private void register() {
        requests.add(introduced(RequestFrame.register(name)), reply -> {
            if (!reply.status()) {
                refusedAtTheDoor(reply);
                return;
            }
            if (!(reply.data() instanceof Json.TextValue(var token))) {
                throw new WrongShape("a token that is no text");
            }
            keep(token);
            enter();
        });
    }

    private RequestFrame introduced(RequestFrame frame) {
        String version = settings.botVersion();
        return version == null ? frame : frame.with("bot_version", version);
    }

    private void keep(String token) {
        try {
            tokens.save(token);
        } catch (IOException failed) {
            ending = new Ending(Ending.Kind.TURNED_AWAY, "cannot keep the token: " + failed.getMessage());
        }
    }

    private void authenticated(ReplyFrame reply) {
        if (reply.status()) {
            enter();
        } else if ("unknown_name".equals(reply.code())) {
            register();
        } else {
            refusedAtTheDoor(reply);
        }
    }

    private void refusedAtTheDoor(ReplyFrame reply) {
        if (HOPELESS.contains(String.valueOf(reply.code()))) {
            ending = new Ending(Ending.Kind.TURNED_AWAY, reply.message());
        } else {
            settings.log().accept("not let in: " + reply.message());
            broken = true;
        }
    }

    private void enter() {
        String game = settings.game();
        if (game != null) {
            requests.add(RequestFrame.join(game), reply -> {
                if (!reply.status()) {
                    refusedAtTheDoor(reply);
                }
            });
        }
        requests.add(RequestFrame.of(ArenaCommand.HELLO), this::greeted);
    }

    private void greeted(ReplyFrame reply) {
        if (!reply.status()) {
            refusedAtTheDoor(reply);
            return;
        }
        int version = HelloRecord.versionOf(reply.data());
        if (version != HelloRecord.PROTOCOL_VERSION) {
            ending = new Ending(Ending.Kind.TURNED_AWAY, otherVersion(version));
            return;
        }
        HelloRecord hello = HelloRecord.from(reply.data());
        clock.greeted(hello.now(), nowMillis);
        mind.greeted(hello);
        Sight known = sight;
        if (known != null && known.isOf(hello) && known.isComplete()) {
            known.greeted(hello, clock.inGame(nowMillis));
            resume(known);
        } else {
            sight = new Sight(hello, clock.inGame(nowMillis));
            owed.forget();
            subscribe(mind.channels());
        }
    }

    private static String otherVersion(int version) {
        return "the server speaks version " + version + " of the protocol, this SDK version "
                + HelloRecord.PROTOCOL_VERSION + ": use the SDK of the server's release";
    }

    /** Goes on with another game, if the server has us in one. */
    private void lookedRound(ReplyFrame reply) {
        Sight known = sight;
        if (reply.status() && known != null && !known.isOf(HelloRecord.from(reply.data()))) {
            ready = false;
            mind.forget();
            greeted(reply);
        }
    }

    /** Twice: the second answer comes after all that was missed, and only then do we know all our orders. */
    private void resume(Sight known) {
        resume(
                RequestFrame.resume(known.seenUpTo(), mind.channels()),
                () -> resume(
                        RequestFrame.resume(known.newest(), List.of(PushType.GAME)),
                        () -> subscribe(owedOrMissing(known))));
    }

    private void resume(RequestFrame frame, Runnable then) {
        requests.add(frame, reply -> {
            if (reply.status()) {
                then.run();
            } else {
                subscribe(mind.channels());
            }
        });
    }

    /** In the order of the channels, so that the same story always sends the same frames. */
    private List<PushType> owedOrMissing(Sight seen) {
        return mind.channels().stream()
                .filter(channel -> owed.isOwed(channel) || seen.isMissing(channel))
                .toList();
    }

    /** Asks for snapshots, but not for those that were asked for just now. */
    private void subscribe(List<PushType> channels) {
        List<PushType> asked = owed.ask(channels, nowMillis);
        if (asked.isEmpty()) {
            return;
        }
        requests.add(RequestFrame.subscribe(asked), reply -> {
            if (!reply.status()) {
                refusedAtTheDoor(reply);
            }
        });
    }

    private void pushed(PushFrame push) {
        Sight seen = sight;
        if (seen == null) {
            return;
        }
        switch (seen.place(push)) {
            case NEXT -> take(seen, push);
            case GAP -> gap(seen, push);
            case OLD -> {}
        }
        if (seen.phase().isOver() && !settings.stay()) {
            ending = new Ending(Ending.Kind.GAME_OVER, "the game is over");
        }
    }

    private void take(Sight seen, PushFrame push) {
        List<Update> updates = seen.take(push, clock.inGame(nowMillis));
        if (push.stamp().snapshot() && seen.isWhole(push)) {
            owed.came(push.type());
        }
        mind.heard(push, seen);
        updates.forEach(mind::told);
    }

    /** What is the state of something is asked for anew; what merely happened is over, but it may have changed an order. */
    private void gap(Sight seen, PushFrame push) {
        mind.missed(push.type());
        switch (push.type()) {
            case BOOK, ORDERS, WALLET, GAME -> subscribe(List.of(push.type()));
            case FILLS -> {
                take(seen, push);
                subscribe(List.of(PushType.ORDERS));
            }
            case TRADES, STANDINGS -> take(seen, push);
        }
    }

    /** The last turn is over, and the next one has come. */
    private void turnCame(ReplyFrame reply) {
        if (reply.status()) {
            nowMillis = clock.told(HelloRecord.nowOf(reply.data()), nowMillis);
            mind.told(new Update.Beat());
        }
    }

    /** Lets the mind speak, once all that it sees is there. */
    private void think() {
        Sight seen = sight;
        if (seen == null || !seen.isComplete() || ending != null || leaving || !mind.isAwakeIn(seen.phase())) {
            return;
        }
        if (!ready && requests.isIdle() && !broken && owed.isEmpty()) {
            ready = true;
            mind.told(new Update.Ready());
        }
        if (ready) {
            mind.think(seen, requests, clock.inGame(nowMillis));
            if (settings.turns() && requests.isIdle()) {
                requests.add(RequestFrame.of(ArenaCommand.PING), this::turnCame);
            }
        }
    }
}

package io.botpit.simulation.weather;

import io.botpit.game.GameId;
import io.botpit.server.feed.FeedReader;
import io.botpit.server.feed.FeedView;
import io.botpit.server.link.Link;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A reader of a public feed: keeps up, or not, and goes. Whose orders they are is not for him to know. */
final class Watcher implements Link {
    private static final List<String> NAMED = List.of("buy", "sell", "buy_market", "sell_market", "cancel");
    private static final int SLOW_MICROS_MAX = 2_000_000;

    private final Storm storm;
    private final boolean anonymous;
    private @Nullable FeedReader reader;
    private boolean open = true;

    private Watcher(Storm storm) {
        this.storm = storm;
        this.anonymous = !storm.bookIsNamed();
    }

    /** Comes, stays for a while, and goes. */
    static void come(Storm storm, Server server, String game) {
        Watcher watcher = new Watcher(storm);
        FeedView view = storm.dice().of(List.of(FeedView.values()));
        FeedReader reader = server.feeds().follow(new GameId(game), view, watcher);
        watcher.reader = reader;
        storm.calendar().after(storm.dice().upTo(5L * SLOW_MICROS_MAX), () -> {
            if (storm.isRunning(server)) {
                watcher.open = false;
                reader.close();
            }
        });
    }

    @Override
    public void send(String frame, Consumer<@Nullable Throwable> done) {
        if (anonymous && NAMED.stream().anyMatch(type -> frame.startsWith("{\"type\": \"" + type + "\""))) {
            throw new Broken("visibility", "an anonymous book's feed shows " + frame);
        }
        if (storm.dice().permille(900)) {
            done.accept(null);
        } else {
            storm.calendar().after(storm.dice().upTo(SLOW_MICROS_MAX), () -> done.accept(null));
        }
    }

    @Override
    public void close(int code, String reason) {
        FeedReader now = reader;
        if (open && now != null) {
            open = false;
            now.close();
        }
    }

    @Override
    public String address() {
        return "10.0.0.2";
    }
}

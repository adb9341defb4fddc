package io.botpit.server.cli;

import io.botpit.protocol.rest.GameRow;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Shows a game while it is played: in place on a terminal, in a block every few seconds elsewhere, and the final table
 * at the end.
 */
final class DemoShow {
    private static final int BLOCKS = 6;
    private static final int BLOCK_SECONDS_MIN = 5;
    private static final String OVER = "ended void";

    private final Terminal terminal;
    private final HttpSide http;
    private final int blockSeconds;
    private final CountDownLatch never = new CountDownLatch(1);
    private int linesInPlace;

    DemoShow(Terminal terminal, HttpSide http, int seconds) {
        this.terminal = terminal;
        this.http = http;
        this.blockSeconds = terminal.interactive() ? 1 : Math.max(BLOCK_SECONDS_MIN, seconds / BLOCKS);
    }

    /** Returns when the game is over, because its time is up or the server is going down. */
    void untilOver(Program.Server server) {
        String game = http.defaultGame();
        GameRow row = game(game);
        int round = 0;
        while (!OVER.contains(row.phase()) && !server.isStopping()) {
            if (round % blockSeconds == 0) {
                show(title(row), http.standings(game));
            }
            round++;
            pause();
            row = game(game);
        }
        if (server.isStopping()) {
            server.endGames();
            row = game(game);
        }
        List<Map<String, String>> table = http.standings(game);
        show("Final table of game " + game + " (" + row.phase() + ")", table);
    }

    private GameRow game(String id) {
        return http.game(row -> row.id().equals(id)).orElseThrow(() -> new Failed("the demo's game is gone"));
    }

    private static String title(GameRow game) {
        Long left = game.times().leftMs();
        return game.phase().equals("running") && left != null
                ? "Standings, " + clock(left) + " left"
                : "Standings, game is in phase " + game.phase();
    }

    private static String clock(long millis) {
        long seconds = millis / 1_000;
        return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    }

    private void show(String title, List<Map<String, String>> rows) {
        StandingsText text = new StandingsText(rows);
        if (terminal.interactive() && linesInPlace > 0) {
            terminal.out().print("\u001b[" + linesInPlace + "A\u001b[J");
        }
        List<String> lines = text.lines(title);
        lines.forEach(terminal::say);
        linesInPlace = lines.size();
    }

    /** One second; the latch is never opened. */
    private void pause() {
        try {
            var _ = never.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted", e);
        }
    }
}

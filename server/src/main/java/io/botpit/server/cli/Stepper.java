package io.botpit.server.cli;

import io.botpit.game.Answer;
import io.botpit.game.GameTime;
import io.botpit.game.Level;
import io.botpit.game.Query;
import io.botpit.game.Standing;
import io.botpit.game.control.GameView;
import io.botpit.game.money.Instrument;
import io.botpit.server.feed.Figures;
import io.botpit.server.local.LocalArena;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Plays a local game as somebody at a prompt tells it to. One thread. */
final class Stepper {
    private static final String HELP = "step [BEATS], run [SECONDS] (until Enter or pause), book, wallets, quit";
    /** What stops a game that runs. */
    private static final Set<String> STOPS = Set.of("", "pause");

    private static final double MICROS_PER_SECOND = 1e6;
    private static final int NUMBER_DIGITS_MAX = 6;

    private final Terminal terminal;
    private final Prompt prompt;
    private final LocalArena arena;
    private final GameTime began;
    private final GameTime end;

    Stepper(Terminal terminal, Prompt prompt, LocalArena arena) {
        this.terminal = terminal;
        this.prompt = prompt;
        this.arena = arena;
        this.began = arena.after(0);
        this.end = arena.after(arena.rules().schedule().timeLimitMillis());
    }

    /** Until the game is over, or nobody wants to see more. */
    void play(Consumer<GameView> each) throws IOException {
        terminal.say(HELP);
        boolean goesOn = true;
        while (goesOn && !arena.isOver()) {
            terminal.out().print(seconds(arena.now(), began) + " s > ");
            terminal.out().flush();
            String line = prompt.next();
            goesOn = line != null && obey(line.strip().split(" +", 2));
            each.accept(arena.view());
        }
    }

    /** False: it is enough. */
    private boolean obey(String[] line) {
        String number = line.length < 2 ? "" : line[1];
        if (!number.matches("[0-9]{0," + NUMBER_DIGITS_MAX + "}")) {
            terminal.say("not a number of at most " + NUMBER_DIGITS_MAX + " digits: '" + number + "'");
            return true;
        }
        switch (line[0]) {
            case "", "step" -> step(number.isEmpty() ? 1 : Integer.parseInt(number));
            case "run" -> run(number.isEmpty() ? end : arena.now().plusMillis(1_000L * Integer.parseInt(number)));
            case "pause" -> {}
            case "book" -> arena.rules().instruments().forEach(this::book);
            case "wallets" -> wallets();
            case "quit" -> {
                return false;
            }
            default -> terminal.say("'" + line[0] + "' is none of: " + HELP);
        }
        return true;
    }

    /** An Enter after the last beat is the next step. */
    private void step(int beats) {
        boolean goesOn = true;
        for (int left = beats - 1; left >= 0 && goesOn; left--) {
            goesOn = arena.step(end) && (left == 0 || !prompt.took(STOPS));
        }
    }

    private void run(GameTime until) {
        GameTime to = end.isBefore(until) ? end : until;
        boolean goesOn = true;
        while (goesOn) {
            goesOn = arena.step(to) && !prompt.took(STOPS);
        }
    }

    private void book(Instrument one) {
        Answer.Book depth = (Answer.Book)
                arena.answers(List.of(new Query.Depth(one.symbol(), 3))).getFirst();
        terminal.say(one.symbol().text() + "  bids " + levels(one, depth.book().bids()) + "  asks "
                + levels(one, depth.book().asks()));
    }

    private static String levels(Instrument one, List<Level> levels) {
        return levels.isEmpty()
                ? "none"
                : levels.stream()
                        .map(level -> Figures.size(one, level.size()) + " at " + Figures.price(one, level.price()))
                        .collect(Collectors.joining(", "));
    }

    private void wallets() {
        for (Standing row :
                ((Answer.Table) arena.answers(List.of(new Query.Standings())).getFirst()).rows()) {
            String held = row.holdings().stream()
                    .map(one -> one.asset().code() + " " + Figures.amount(one.asset(), one.total()))
                    .collect(Collectors.joining("  "));
            terminal.say(row.name() + "  " + held + "  score "
                    + Figures.money(arena.rules().firstInstrument().quote(), row.score()));
        }
    }

    static String seconds(GameTime time, GameTime since) {
        return String.valueOf(time.microsSince(since) / MICROS_PER_SECOND);
    }
}

package io.botpit.game.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.Command;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.Holding;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.Standing;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.random.Dice;
import io.botpit.game.rules.Closing;
import io.botpit.game.rules.Schedule;
import io.botpit.game.rules.Valuation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random games in which dan never trades: his score is 0 at every moment, and no mark moves money. */
final class IdleIsZeroTest {
    private static final int GAMES = 40;
    private static final int COMMANDS = 150;
    private static final long LIMIT = 3_000;
    private static final List<String> TIMES = List.of("", " ioc", " post");

    @ParameterizedTest
    @EnumSource(Valuation.class)
    void whoDoesNothingHasExactlyZero(Valuation valuation) {
        for (int game = 0; game < GAMES; game++) {
            play(valuation, new Dice(game));
        }
    }

    private static void play(Valuation valuation, Dice dice) {
        Closing closing = valuation == Valuation.LAST_MARK
                ? Closing.PLAIN
                : new Closing(valuation, 1 + dice.below(1_400), dice.below(1_500), 0, dice.below(2_000), 20, 100);
        GameController game = new GameController(
                Market.PLAIN.with(new Schedule(false, LIMIT, closing)).rules());
        GameTime now = GameTime.EPOCH;
        for (int i = 0; i < COMMANDS; i++) {
            Command command = i < GameTable.NAMES.size() ? admission(i) : command(dice);
            now = now.plusMillis(dice.below(50));
            game.apply(new Stamped<>(i + 1L, now, command));
            checkIdle(game);
        }
        if (game.phase() == GamePhase.RUNNING) {
            game.apply(new Stamped<>(COMMANDS + 1L, now.plusMillis(LIMIT), new Command.Tick()));
        }
        assertThat(game.phase()).isEqualTo(GamePhase.ENDED);
        checkIdle(game);
        checkConserved(game.view().standings());
    }

    private static Command admission(int player) {
        String name = GameTable.NAMES.get(player);
        return new Command.RefereeCommand("test", new RefereeAct.Admit(GameTable.player(name), name));
    }

    private static Command command(Dice dice) {
        if (dice.below(10) == 0) {
            return new Command.RefereeCommand("test", TableWords.act("reference " + (80 + dice.below(40))));
        }
        String name = GameTable.NAMES.get(dice.below(3));
        String side = dice.below(2) == 0 ? "BUY" : "SELL";
        String order = side + " " + (1 + dice.below(9)) + " @ " + (95 + dice.below(10)) + TIMES.get(dice.below(3));
        return new Command.PlayerCommand(GameTable.player(name), TableWords.wish(order));
    }

    private static void checkIdle(GameController game) {
        game.view().standings().stream()
                .filter(row -> row.name().equals("dan"))
                .forEach(row -> assertThat(row.score()).isEqualTo(Amount.ZERO));
    }

    private static void checkConserved(List<Standing> table) {
        for (Asset asset : List.of(new Asset("USD", 0), new Asset("BTC", 0))) {
            long all = table.stream()
                    .flatMap(row -> row.holdings().stream())
                    .filter(holding -> holding.asset().equals(asset))
                    .map(Holding::total)
                    .mapToLong(Amount::units)
                    .sum();
            assertThat(all).isEqualTo(table.size() * (asset.code().equals("USD") ? 10_000L : 100L));
        }
    }
}

package io.botpit.simulation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.game.CancelCause;
import io.botpit.game.Command;
import io.botpit.game.Event;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.Stamped;
import io.botpit.game.rules.GameRules;
import io.botpit.simulation.audit.SeenMoney.Account;
import io.botpit.simulation.audit.SeenMoney.Balance;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads nothing but the rules and the events of a game and checks what must hold after every record, whatever the
 * engine thinks of itself. The numbers of the rules only tell failures apart.
 */
final class EventChecker {
    private final SeenMoney money;
    private final SeenBook book;
    private final Set<PlayerId> players = new HashSet<>();
    private final Set<PlayerId> concerned = new HashSet<>();
    private GamePhase phase = GamePhase.LOBBY;
    private GameTime now = GameTime.EPOCH;
    private long sequence;
    private boolean refused;

    EventChecker(GameRules rules) {
        money = new SeenMoney(rules);
        book = new SeenBook(rules, money);
    }

    void record(Stamped<Command> command, List<Event> events) {
        assertThat(command.sequence()).as("rule 26: sequence").isEqualTo(++sequence);
        assertThat(command.at()).as("rule 26: time").isGreaterThanOrEqualTo(now);
        now = command.at();
        refused = false;
        concerned.clear();
        book.startRecord();
        events.forEach(this::event);
        book.check();
        Map<Account, Long> holds = new HashMap<>();
        book.open().forEach(order -> holds.merge(SeenBook.holder(order), SeenBook.hold(order), Long::sum));
        money.check(holds);
        if (phase == GamePhase.ENDED || phase == GamePhase.VOID) {
            assertThat(book.open()).as("rule 37: open orders after the end").isEmpty();
        }
    }

    private void event(Event event) {
        switch (event) {
            case Event.GameEvent game -> game(game);
            case Event.OrderEvent order -> order(order);
            case Event.Traded traded -> {
                running("trade");
                book.traded(traded.trade());
            }
            case Event.Filled filled -> {
                concerned.add(filled.fill().owner());
                book.filled(filled.fill());
            }
            case Event.WalletChanged wallet -> {
                assertThat(concerned)
                        .as("rule 7: a wallet moves without cause: %s", wallet)
                        .contains(wallet.player());
                money.told(new Account(wallet.player(), wallet.asset()), new Balance(wallet.free(), wallet.held()));
            }
            case Event.LevelChanged level -> book.level(level);
            case Event.MarkChanged _ ->
                assertThat(phase).as("the mark stands at the end").isNotIn(GamePhase.ENDED, GamePhase.VOID);
            case Event.Said said -> assertThat(players).contains(said.player());
        }
    }

    private void game(Event.GameEvent event) {
        switch (event) {
            case Event.Admitted admitted -> {
                assertThat(players.add(admitted.player())).as("admitted twice").isTrue();
                concerned.add(admitted.player());
                money.admitted(admitted.player());
            }
            case Event.PhaseChanged changed -> {
                assertThat(changed.from()).as("phase before").isEqualTo(phase);
                assertThat(changed.to()).as("phase after").isNotEqualTo(phase);
                assertThat(phase).as("a phase without a way out").isNotIn(GamePhase.ENDED, GamePhase.VOID);
                phase = changed.to();
            }
            case Event.Ended ended -> {
                assertThat(phase).as("settles first").isEqualTo(GamePhase.SETTLING);
                assertThat(book.open())
                        .as("rule 37: open orders in the final table")
                        .isEmpty();
                assertThat(ended.table()).as("rows").hasSize(players.size());
                ended.table()
                        .forEach(row -> row.holdings()
                                .forEach(holding -> assertThat(holding.total().units())
                                        .as("rule 36: final wallet of %s", row.name())
                                        .isEqualTo(money.owned(new Account(row.player(), holding.asset())))));
            }
            case Event.Overruled _ -> refused = true;
            case Event.Arrived _, Event.Left _, Event.ClockMoved _, Event.Frozen _, Event.Announced _ -> {}
        }
    }

    private void order(Event.OrderEvent event) {
        assertThat(refused && !(event instanceof Event.Rejected))
                .as("rule 29: something happens after a refusal: %s", event)
                .isFalse();
        switch (event) {
            case Event.Accepted accepted -> {
                running("order");
                concerned.add(accepted.order().owner());
                book.accepted(accepted.order());
            }
            case Event.Repeated repeated -> book.repeated(repeated.order());
            case Event.Amended amended -> {
                running("amendment");
                concerned.add(amended.order().owner());
                book.amended(amended.order());
            }
            case Event.Completed completed -> book.completed(completed.order());
            case Event.Cancelled cancelled -> {
                concerned.add(cancelled.order().owner());
                assertThat(cancelled.cause() == CancelCause.GAME_END)
                        .as("cancelled at the end")
                        .isEqualTo(phase == GamePhase.SETTLING);
                book.cancelled(cancelled.order(), cancelled.cause());
            }
            case Event.Rejected _ -> refused = true;
            case Event.SwitchSet _ -> running("switch");
        }
    }

    private void running(String what) {
        assertThat(phase).as("rule 25: %s in this phase", what).isEqualTo(GamePhase.RUNNING);
    }
}

package io.botpit.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.botpit.dialect.Decoded;
import io.botpit.dialect.Dialect;
import io.botpit.dialect.Reply;
import io.botpit.dialect.Viewer;
import io.botpit.dialect.arena.ArenaDialect;
import io.botpit.game.Answer;
import io.botpit.game.GameId;
import io.botpit.game.GameMode;
import io.botpit.game.GamePhase;
import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.control.GameView;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.server.session.Gate.Pass;
import io.botpit.server.session.Gate.Refuse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    private static final PlayerId ANN = new PlayerId(1);

    private final Dialect dialect = new ArenaDialect();

    /** The first of the four questions that is answered no is the answer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # phase  | who    | preset      | frame                                                    | answer
            RUNNING  | ann    | classic     | nonsense                                                 | invalid_message
            PAUSED   | ann    | classic     | nonsense                                                 | invalid_message
            PAUSED   | nobody | classic     | {"cmd":"nothing","params":{}}                            | invalid_message
            PAUSED   | nobody | classic     | {"cmd":"buy","params":{}}                                | game_paused
            PAUSED   | ann    | classic     | {"cmd":"buy","params":{}}                                | game_paused
            PAUSED   | ann    | classic     | {"cmd":"wallets","params":{}}                            | game_paused
            PAUSED   | ann    | classic     | {"cmd":"pause","params":{"secret":"s"}}                  | game_paused
            PAUSED   | ann    | classic     | {"cmd":"shutdown","params":{"secret":"s"}}               | game_paused
            PAUSED   | ann    | classic     | {"cmd":"start","params":{"secret":"s"}}                  | passes
            PAUSED   | nobody | classic     | {"cmd":"start","params":{"secret":"s"}}                  | not_logged_in
            PAUSED   | nobody | classic     | {"cmd":"register","params":{"username":"ann"}}           | passes
            PAUSED   | nobody | classic     | {"cmd":"auth","params":{"username":"ann","token":"t"}}   | passes
            PAUSED   | nobody | classic     | {"cmd":"auth","params":{}}                               | missing_field
            PAUSED   | nobody | classic     | {"cmd":"hello","params":{}}                              | passes
            PAUSED   | nobody | classic     | {"cmd":"ping","params":{}}                               | passes
            PAUSED   | nobody | classic     | {"cmd":"games","params":{}}                              | passes
            PAUSED   | ann    | classic     | {"cmd":"subscribe","params":{"channels":["book"]}}       | passes
            PAUSED   | ann    | open-market | {"cmd":"wallets","params":{}}                            | passes
            RUNNING  | nobody | classic     | {"cmd":"buy","params":{}}                                | not_logged_in
            RUNNING  | ann    | classic     | {"cmd":"buy","params":{}}                                | missing_field
            RUNNING  | ann    | classic     | {"cmd":"buy","params":{"price":"x","size":"1"}}          | invalid_command
            RUNNING  | ann    | classic     | {"cmd":"buy","params":{"price":"999","size":"1"}}        | passes
            LOBBY    | ann    | classic     | {"cmd":"wallets","params":{}}                            | passes
            ENDED    | ann    | classic     | {"cmd":"wallets","params":{}}                            | passes
            """)
    void theGateAsksInOrder(ArgumentsAccessor row) {
        GamePhase phase = row.get(0, GamePhase.class);
        boolean loggedIn = row.getString(1).equals("ann");
        GameRules rules = Presets.named(row.getString(2), 1);
        GameView view = new GameView(
                rules,
                0,
                GameTime.EPOCH,
                phase,
                GameMode.FULL,
                new GameView.Clock(null, null, null),
                List.of(),
                List.of(),
                Map.of());
        Decoded decoded = dialect.decode(
                row.getString(3), new Viewer(loggedIn ? ANN : null, new GameId("g1"), rules, player -> "ann"));

        assertThat(words(Gate.judge(decoded, loggedIn, view))).isEqualTo(row.getString(4));
    }

    private static String words(Gate.Verdict verdict) {
        return switch (verdict) {
            case Pass _ -> "passes";
            case Refuse(Reply.Denied(var denial, var _)) -> denial.code();
            case Refuse(Reply.Answered(Answer.Refused(var reason, var _))) -> reason.code();
            case Refuse(var reply) -> reply.toString();
        };
    }
}

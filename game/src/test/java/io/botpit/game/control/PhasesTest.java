package io.botpit.game.control;

import io.botpit.game.rules.Entry;
import io.botpit.game.rules.MarkRule;
import io.botpit.game.rules.Schedule;
import io.botpit.game.rules.TradingRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of phases: where each act leads, what is refused, and what the clock does. */
class PhasesTest {
    private static final Entry LISTED = new Entry(List.of("ann", "bob"), 0);
    private static final Schedule PAUSED = new Schedule(true, 0);
    private static final Schedule HUNDRED_MILLIS = new Schedule(false, 100);

    @Test
    void aListedGameWaitsUntilEverybodyIsThere() {
        GameTable.empty(Market.PLAIN.with(LISTED)).check("""
            referee  admit ann                  admitted
            ann      BUY 5 @ 95                 refused game_waiting
            ann      cancel all                 refused game_waiting
            ann      say 1                      refused game_waiting
            ask      ann                        10000 + 0 USD, 100 + 0 BTC
            referee  pause                      overruled wrong_phase
            referee  resume                     overruled wrong_phase
            referee  admit cat                  overruled not_whitelisted
            referee  admit ann                  overruled already_admitted
            referee  admit ANN                  overruled already_admitted
            referee  arrive ann                 arrived
            referee  arrive ann                 nothing
            referee  arrive bob                 nothing
            referee  admit bob                  admitted
            referee  leave ann                  left
            referee  leave ann                  nothing
            referee  arrive bob                 arrived
            referee  arrive ann                 arrived, now RUNNING
            ann      BUY 5 @ 95                 rests 5
            referee  leave ann                  left
            ask      bids                       5 @ 95
            """);
    }

    @Test
    void theRefereeStartsWhoeverIsMissing() {
        GameTable.empty(Market.PLAIN.with(LISTED)).check("""
            referee  admit ann                  admitted
            referee  start                      now RUNNING
            ann      BUY 5 @ 95                 rests 5
            referee  start                      nothing
            """);
    }

    @Test
    void whoIsLetIntoAnOpenGameIsThereAndComesAndGoesUntilItsEnd() {
        GameTable.empty(Market.PLAIN).check("""
            referee  admit ann                  now RUNNING, admitted
            referee  arrive ann                 nothing
            referee  leave ann                  left
            referee  leave ann                  nothing
            referee  pause                      now PAUSED
            referee  arrive ann                 arrived
            referee  recover                    nothing
            referee  arrive ann                 nothing
            referee  end                        now SETTLING, ended by REFEREE, now ENDED
            referee  leave ann                  nothing
            """);
    }

    @Test
    void aListedGameThatStartsPausedWaitsForTheReferee() {
        GameTable.empty(Market.PLAIN.with(LISTED).with(PAUSED)).check("""
            referee  admit ann                  admitted
            referee  admit bob                  admitted
            referee  arrive ann                 arrived
            referee  arrive bob                 arrived
            ann      BUY 5 @ 95                 refused game_waiting
            referee  start                      now RUNNING
            """);
    }

    @Test
    void anOpenGameBeginsWithTheFirstCommand() {
        GameTable.empty(Market.PLAIN).check("""
            zed      BUY 5 @ 95                 now RUNNING, refused not_a_player
            """);
        GameTable.empty(Market.PLAIN.with(PAUSED)).check("""
            referee  admit ann                  now PAUSED, admitted
            ann      BUY 5 @ 95                 refused game_paused
            referee  pause                      overruled wrong_phase
            referee  start                      now RUNNING
            referee  resume                     overruled wrong_phase
            referee  pause                      now PAUSED
            referee  resume                     now RUNNING
            ann      BUY 5 @ 95                 rests 5
            """);
    }

    @Test
    void aFullGameTakesNobody() {
        GameTable.empty(Market.PLAIN.with(new Entry(List.of(), 1))).check("""
            referee  admit ann                  now RUNNING, admitted
            referee  admit bob                  overruled game_full
            """);
    }

    @Test
    void theHouseIsOnNoListAndCountsForNoLimit() {
        GameTable.empty(Market.PLAIN.with(new Entry(List.of("ann", "bob"), 2))).check("""
            referee  seat dan                   admitted
            referee  seat DAN                   overruled already_admitted
            referee  arrive dan                 arrived
            referee  admit cat                  overruled not_whitelisted
            referee  admit ann                  admitted
            referee  arrive ann                 arrived
            referee  admit bob                  admitted
            referee  arrive bob                 arrived, now RUNNING
            referee  leave dan                  left
            dan      BUY 5 @ 95                 rests 5
            """);
        GameTable.empty(Market.PLAIN.with(new Entry(List.of(), 1))).check("""
            referee  admit ann                  now RUNNING, admitted
            referee  admit bob                  overruled game_full
            referee  seat dan                   admitted
            """);
    }

    @Test
    void aRatedGameTakesOnePlayerOfEachOwner() {
        TradingRules anonymous = new TradingRules(false, false, true, MarkRule.MID, 0, 0, 0, 0);
        GameTable.empty(Market.PLAIN.with(anonymous).with(new Entry(List.of(), 3, true)))
                .check("""
            referee  admit bob of ann           now RUNNING, admitted
            referee  admit ann                  overruled owner_in_game
            referee  admit cat of ann           overruled owner_in_game
            referee  seat dan                   admitted
            referee  admit cat                  admitted
            """);
        GameTable.empty(Market.PLAIN.with(new Entry(List.of(), 3))).check("""
            referee  admit bob of ann           now RUNNING, admitted
            referee  admit ann                  admitted
            """);
    }

    @Test
    void aPausedGameAnswersQuestionsIfTheRulesSaySo() {
        GameTable.of(Market.PLAIN).check("""
            referee  pause                      now PAUSED
            ask      ann                        10000 + 0 USD, 100 + 0 BTC
            """);
        GameTable.of(Market.PLAIN.with(new TradingRules(false, true, false, MarkRule.MID, 0, 0, 0, 0)))
                .check("""
            referee  pause                      now PAUSED
            ask      ann                        refused game_paused
            ask      mark                       refused game_paused
            """);
    }

    @Test
    void anEndedGameOnlyAnswers() {
        GameTable.of(Market.PLAIN).check("""
            ann      BUY 5 @ 95                 rests 5
            bob      SELL 5 @ 105               rests 5
            ann      BUY 1 @ 94                 rests 1
            referee  end                        now SETTLING, #1 cancelled 5 (game_end), #2 cancelled 5 (game_end), \
            #3 cancelled 1 (game_end), ended by REFEREE, now ENDED
            ann      BUY 5 @ 95                 refused game_not_running
            ann      cancel all                 refused game_not_running
            referee  end                        overruled wrong_phase
            referee  annul                      overruled wrong_phase
            referee  start                      overruled wrong_phase
            referee  pause                      overruled wrong_phase
            referee  resume                     overruled wrong_phase
            referee  admit zoe                  overruled wrong_phase
            referee  announce                   announced
            ask      ann                        10000 + 0 USD, 100 + 0 BTC
            ask      bids                       none
            ask      table                      1. ann 0, 1. bob 0, 1. cat 0, 1. dan 0
            """);
    }

    @Test
    void anAnnulledGameHasNoTable() {
        GameTable.of(Market.PLAIN).check("""
            ann      BUY 5 @ 95                 rests 5
            referee  pause                      now PAUSED
            referee  annul                      now SETTLING, #1 cancelled 5 (game_end), now VOID
            ann      BUY 5 @ 95                 refused game_not_running
            referee  end                        overruled wrong_phase
            referee  annul                      overruled wrong_phase
            """);
    }

    @Test
    void timeIsUpAtTheLimitAndNotBefore() {
        // The game has been running since the first of four admissions, at 1 ms.
        GameTable.of(Market.PLAIN.with(HUNDRED_MILLIS)).check("""
            ann      BUY 5 @ 95                 rests 5
            clock    95 ms                      nothing
            clock    1 ms                       now SETTLING, #1 cancelled 5 (game_end), ended by TIME_LIMIT, now ENDED
            """);
    }

    @Test
    void whatComesAtTheLimitComesTooLate() {
        GameTable.of(Market.PLAIN.with(HUNDRED_MILLIS)).check("""
            ann      BUY 5 @ 95                 rests 5
            clock    95 ms                      nothing
            bob      SELL 5 @ 95                now SETTLING, #1 cancelled 5 (game_end), ended by TIME_LIMIT, \
            now ENDED, refused game_not_running
            """);
    }

    @Test
    void aPauseStopsTheClock() {
        GameTable.of(Market.PLAIN.with(HUNDRED_MILLIS)).check("""
            referee  pause                      now PAUSED
            clock    1000 ms                    nothing
            referee  resume                     now RUNNING
            clock    95 ms                      nothing
            clock    1 ms                       now SETTLING, ended by TIME_LIMIT, now ENDED
            """);
    }

    @Test
    void theTimeOfAnOutageDoesNotCount() {
        GameTable.of(Market.PLAIN.with(HUNDRED_MILLIS)).check("""
            referee  recover                    ends at 102 ms
            referee  recover                    ends at 103 ms
            clock    96 ms                      nothing
            clock    1 ms                       now SETTLING, ended by TIME_LIMIT, now ENDED
            """);
    }

    @Test
    void aDeadMansSwitchFiresOnceWhenItIsDue() {
        GameTable.of(Market.PLAIN).check("""
            ann      switch 50                  armed
            ann      BUY 5 @ 95                 rests 5
            bob      BUY 5 @ 95                 rests 5
            clock    47 ms                      nothing
            clock    1 ms                       disarmed, #1 cancelled 5 (dead_man)
            ann      BUY 5 @ 95                 rests 5
            clock    1000 ms                    nothing
            ann      switch 50                  armed
            ann      switch 0                   disarmed
            clock    1000 ms                    nothing
            """);
    }

    @Test
    void aSwitchFiresBeforeTheCommandThatComesAtTheSameTime() {
        GameTable.of(Market.PLAIN).check("""
            ann      switch 2                   armed
            ann      BUY 5 @ 100                rests 5
            bob      SELL 5 @ 100               disarmed, #1 cancelled 5 (dead_man), rests 5
            """);
    }

    @Test
    void switchesFireInTheOrderOfTheirDeadlines() {
        // Due are: cat at 16 ms, dan and ann at 17 ms.
        GameTable.of(Market.PLAIN).check("""
            dan      switch 12                  armed
            cat      BUY 1 @ 50                 rests 1
            dan      BUY 1 @ 50                 rests 1
            cat      switch 8                   armed
            ann      switch 8                   armed
            ann      BUY 1 @ 50                 rests 1
            clock    100 ms                     disarmed, #1 cancelled 1 (dead_man), disarmed, #3 cancelled 1 (dead_man), \
            disarmed, #2 cancelled 1 (dead_man)
            """);
    }

    @Test
    void aPauseDoesNotCountForASwitch() {
        GameTable.of(Market.PLAIN).check("""
            ann      switch 3                   armed
            ann      BUY 5 @ 95                 rests 5
            referee  pause                      now PAUSED
            clock    100 ms                     nothing
            referee  resume                     now RUNNING, armed
            bob      say 1                      disarmed, #1 cancelled 5 (dead_man), said
            """);
    }

    @Test
    void aFreezeTakesTheOrdersAway() {
        GameTable.of(Market.PLAIN).check("""
            ann      BUY 5 @ 95                 rests 5
            ann      SELL 5 @ 105               rests 5
            referee  freeze ann                 frozen, #1 cancelled 5 (frozen), #2 cancelled 5 (frozen)
            referee  freeze ann                 nothing
            referee  unfreeze ann               thawed
            ann      BUY 5 @ 95                 rests 5
            """);
    }

    @Test
    void theRefereeClearsTheOrdersOfOneWhoGoesOnAtOnce() {
        GameTable.of(Market.PLAIN).check("""
            ann      BUY 5 @ 95                 rests 5
            bob      BUY 5 @ 94                 rests 5
            ann      SELL 5 @ 105               rests 5
            referee  clear ann                  #1 cancelled 5 (referee), #3 cancelled 5 (referee)
            referee  clear ann                  nothing
            referee  clear zed                  overruled not_a_player
            ann      BUY 5 @ 95                 rests 5
            referee  freeze bob                 frozen, #2 cancelled 5 (frozen)
            referee  clear bob                  nothing
            referee  mode VIEW_ONLY             mode VIEW_ONLY
            referee  clear ann                  #4 cancelled 5 (referee)
            referee  annul                      now SETTLING, now VOID
            referee  clear ann                  overruled wrong_phase
            referee  clear zed                  overruled not_a_player
            """);
    }

    @Test
    void cancelOnlyTakesNoNewOrders() {
        GameTable.of(Market.PLAIN).check("""
            ann      BUY 5 @ 95                 rests 5
            ann      BUY 5 @ 94                 rests 5
            referee  mode CANCEL_ONLY           mode CANCEL_ONLY
            ann      BUY 5 @ 95                 refused game_cancel_only
            bob      SELL 5 at market           refused game_cancel_only
            bob      BUY for 10                 refused game_cancel_only
            ann      amend #1 to 3              #1 shrinks, open 3
            ann      cancel #1                  #1 cancelled 3 (player)
            ann      switch 100                 armed
            ann      say 1                      said
            referee  mode CANCEL_ONLY           nothing
            referee  mode FULL                  mode FULL
            bob      SELL 5 @ 94                trades 5 @ 94 with ann, #2 filled, filled
            """);
    }

    @Test
    void viewOnlyTakesQuestionsWhileClockAndSwitchesGoOn() {
        GameTable.of(Market.PLAIN).check("""
            ann      BUY 5 @ 95                 rests 5
            ann      switch 50                  armed
            referee  mode VIEW_ONLY             mode VIEW_ONLY
            ann      cancel #1                  refused game_view_only
            ann      amend #1 to 3              refused game_view_only
            ann      switch 0                   refused game_view_only
            ann      say 1                      refused game_view_only
            ask      ann                        9525 + 475 USD, 100 + 0 BTC
            clock    100 ms                     disarmed, #1 cancelled 5 (dead_man)
            """);
    }

    @Test
    void theRefereeStopsEverythingWithOneAct() {
        GameTable.of(Market.PLAIN).check("""
            ann      BUY 5 @ 95                 rests 5
            bob      SELL 5 @ 105               rests 5
            ann      SELL 5 @ 106               rests 5
            referee  mode CANCEL_ONLY cancelling  mode CANCEL_ONLY, #1 cancelled 5 (referee), #2 cancelled 5 (referee), #3 cancelled 5 (referee)
            referee  mode CANCEL_ONLY cancelling  nothing
            referee  mode FULL                  mode FULL
            ann      BUY 5 @ 95                 rests 5
            referee  mode FULL cancelling       #4 cancelled 5 (referee)
            referee  end                        now SETTLING, ended by REFEREE, now ENDED
            referee  mode CANCEL_ONLY cancelling  overruled wrong_phase
            """);
    }
}

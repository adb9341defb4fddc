package io.botpit.game.report;

import static io.botpit.game.Side.BUY;
import static io.botpit.game.Side.SELL;
import static io.botpit.game.report.Played.dollars;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.botpit.game.PlayerId;
import io.botpit.game.Reason;
import io.botpit.game.RefereeAct;
import io.botpit.game.SelfTradePrevention;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReporterTest {
    private static final int ANN = 1;
    private static final int BOB = 2;
    private static final int CAT = 3;
    private static final int DAN = 4;

    private final Played game = new Played(3, 0);

    @Test
    void aScoreIsTakenApartByWhatTheMarkSaidAndWhen() {
        buyAtTenAboveTheMark();
        game.waitMillis(1_000);
        game.order(ANN, SELL, 1, 1_030); // mark 1,010
        game.waitMillis(6_000);
        game.order(ANN, BUY, 1, 1_010); // mark 1,020

        GameReport report = game.end();

        assertThat(Played.of(report, BOB).attribution())
                .isEqualTo(new Attribution(dollars(-10), dollars(10), dollars(10), BigInteger.ZERO, BigInteger.ZERO));
        assertThat(Played.of(report, ANN).attribution())
                .isEqualTo(new Attribution(dollars(10), dollars(-10), dollars(-10), BigInteger.ZERO, BigInteger.ZERO));
        assertThat(Played.of(report, BOB).score()).isEqualTo(dollars(10));
        assertThat(Played.of(report, CAT).attribution().total()).isZero();
    }

    @Test
    void feesAreTakenFromTheScoreAtTheLastMark() {
        Played dear = new Played(2, 1_000);
        dear.order(ANN, SELL, 1, 1_000);
        dear.order(ANN, BUY, 1, 990); // mark 995
        dear.order(BOB, BUY, 1, 1_000); // for 0.001 BTC

        BotReport bob = Played.of(dear.end(), BOB);

        assertThat(bob.attribution().fees()).isEqualTo(dollars(995).negate().divide(BigInteger.valueOf(1_000)));
        assertThat(bob.attribution().spread()).isEqualTo(dollars(-5));
        assertThat(bob.attribution().settlement()).isZero();
    }

    @Test
    void aPauseIsNoPartOfTheFiveSeconds() {
        buyAtTenAboveTheMark();
        game.referee(new RefereeAct.Pause());
        game.waitMillis(60_000);
        game.referee(new RefereeAct.Resume());
        game.waitMillis(1_000);
        game.order(ANN, SELL, 1, 1_030); // mark 1,010
        game.waitMillis(6_000);

        GameReport report = game.end();

        assertThat(Played.of(report, BOB).attribution().markOut()).isEqualTo(dollars(10));
        assertThat(report.seconds()).isEqualTo(7);
    }

    @Test
    void whatOneGainsAnotherLoses() {
        buyAtTenAboveTheMark();
        game.order(CAT, SELL, 1, 990); // to Ann, ten below the mark

        GameReport report = game.end();

        assertThat(report.flows())
                .extracting(Flow::to, Flow::from, Flow::amount, Flow::volume, Flow::trades)
                .containsExactlyInAnyOrder(
                        tuple(new PlayerId(ANN), new PlayerId(BOB), dollars(10), dollars(1_010), 1L),
                        tuple(new PlayerId(ANN), new PlayerId(CAT), dollars(10), dollars(990), 1L));
        assertThat(report.flows()).allSatisfy(one -> assertThat(one.share()).isEqualTo(0.5));
        assertThat(Played.of(report, ANN).conduct().partner()).isEqualTo(new PlayerId(BOB));
        assertThat(Played.of(report, ANN).conduct().partnerShare()).isEqualTo(0.505);
    }

    @Test
    void aPlaceThatOneOtherPaidForIsNotRobust() {
        Played four = new Played(4, 0);
        four.order(ANN, SELL, 2, 1_010);
        four.order(ANN, BUY, 2, 990); // mark 1,000
        four.order(BOB, BUY, 1, 1_010); // Ann gains ten from Bob
        four.order(CAT, SELL, 1, 1_004);
        four.order(DAN, BUY, 1, 1_004); // Cat gains four from Dan

        GameReport report = four.end();

        assertThat(report.bots())
                .extracting(BotReport::standing)
                .containsExactly(
                        new RobustPlace(1, 2, new PlayerId(BOB)),
                        new RobustPlace(2, 2, null),
                        new RobustPlace(3, 4, new PlayerId(BOB)),
                        new RobustPlace(4, 4, null));
    }

    @ParameterizedTest
    @EnumSource(SelfTradePrevention.class)
    void anOrderThatMeetsAnotherOfItsOwnerIsCountedOnce(SelfTradePrevention mode) {
        game.order(ANN, SELL, 2, 1_010);
        game.order(ANN, SELL, 2, 1_010);
        game.prevent(mode);
        game.order(ANN, BUY, 3, 1_010);

        GameReport report = game.end();

        assertThat(Played.of(report, ANN).conduct().preventedSelfTrades()).isEqualTo(1);
        assertThat(Played.of(report, ANN).conduct().trades()).isZero();
    }

    @Test
    void whatABotDidWithItsOrdersIsCounted() {
        long soon = game.order(ANN, BUY, 1, 900);
        game.waitMillis(249);
        game.cancel(ANN, soon);
        long late = game.order(ANN, BUY, 1, 900);
        game.waitMillis(250);
        game.cancel(ANN, late);
        game.order(ANN, BUY, 100, 900);
        buyAtTenAboveTheMark();

        BotReport ann = Played.of(game.end(), ANN);

        assertThat(ann.conduct().orders()).isEqualTo(4);
        assertThat(ann.conduct().hastyCancels()).isEqualTo(1);
        assertThat(ann.conduct().hastyShare()).isEqualTo(0.25);
        assertThat(ann.conduct().orderToTrade()).isEqualTo(4);
        assertThat(ann.figures().fillRatio()).isEqualTo(0.25);
        assertThat(ann.figures().makerShare()).isEqualTo(1);
        assertThat(ann.figures().turnover()).isEqualTo(dollars(1_010));
        assertThat(ann.figures().rejects()).containsOnlyKeys(Reason.INSUFFICIENT_FUNDS);
    }

    @Test
    void timeWithAPositionIsCountedUntilItIsClosed() {
        buyAtTenAboveTheMark();
        game.waitMillis(3_000);
        game.order(BOB, SELL, 1, 990);
        game.waitMillis(7_000);

        BotReport bob = Played.of(game.end(), BOB);

        assertThat(bob.figures().timeInPosition()).isEqualTo(0.3);
        assertThat(bob.figures().drawdown()).isEqualTo(dollars(20));
    }

    @Test
    void timeWithAConnectionIsCountedWhileTheGameIsPlayed() {
        game.waitMillis(40_000);
        game.referee(new RefereeAct.Leave(new PlayerId(ANN), false));
        game.waitMillis(10_000);
        game.referee(new RefereeAct.Leave(new PlayerId(BOB), true));
        game.referee(new RefereeAct.Pause());
        game.waitMillis(3_600_000);
        game.referee(new RefereeAct.Resume());
        game.waitMillis(20_000);
        game.referee(new RefereeAct.Arrive(new PlayerId(ANN)));
        game.referee(new RefereeAct.Admit(new PlayerId(4), "late"));
        game.waitMillis(30_000);

        GameReport report = game.end();

        assertThat(report.seconds()).isEqualTo(100);
        assertThat(report.bots()).extracting(bot -> bot.figures().uptime()).containsExactly(0.7, 0.5, 1.0, 0.3);
    }

    @Test
    void timeInWhichTheServerWasDownIsNobodysAbsence() {
        game.waitMillis(50_000);
        game.referee(new RefereeAct.Announce("test"));
        game.waitMillis(3_600_000);
        game.referee(new RefereeAct.Recover());
        game.referee(new RefereeAct.Leave(new PlayerId(ANN), false));
        game.waitMillis(50_000);

        GameReport report = game.end();

        assertThat(Played.of(report, ANN).figures().uptime()).isEqualTo(0.5);
        assertThat(Played.of(report, BOB).figures().uptime()).isEqualTo(1);
    }

    @Test
    void aVoidGameHasFiguresButNoPlaces() {
        buyAtTenAboveTheMark();

        GameReport report = game.annul();

        assertThat(report.bots())
                .hasSize(3)
                .allSatisfy(bot -> assertThat(bot.standing()).isNull());
        assertThat(Played.of(report, BOB).score()).isEqualTo(dollars(-10));
    }

    @Test
    void ordersThatAreGoneBeforeAnybodyCanTakeThemRaiseAFlag() {
        for (int i = 0; i < 50; i++) {
            game.cancel(ANN, game.order(ANN, BUY, 1, 900));
        }

        assertThat(game.end().flags()).containsExactly(new Flag(Flag.Rule.LAYERING, new PlayerId(ANN), null));
    }

    @Test
    void twoWhoTradeBackAndForthMostlyWithEachOtherRaiseAFlag() {
        Played wash = new Played(4, 0);
        for (int i = 0; i < 10; i++) {
            wash.order(ANN, SELL, 1, 1_000);
            wash.order(BOB, BUY, 1, 1_000);
            wash.order(BOB, SELL, 1, 1_000);
            wash.order(ANN, BUY, 1, 1_000);
        }
        wash.order(ANN, SELL, 1, 1_000);
        wash.order(CAT, BUY, 1, 1_000);
        wash.order(CAT, SELL, 1, 1_000);
        wash.order(DAN, BUY, 1, 1_000);

        assertThat(wash.end().flags()).extracting(Flag::rule).containsExactly(Flag.Rule.ROUND_TRIPS);
    }

    /** Bob buys one coin from Ann for 1,010, while the mark is 1,000 and stays there. */
    private void buyAtTenAboveTheMark() {
        game.order(ANN, SELL, 1, 1_010);
        game.order(ANN, BUY, 1, 990);
        game.order(BOB, BUY, 1, 1_010);
    }
}

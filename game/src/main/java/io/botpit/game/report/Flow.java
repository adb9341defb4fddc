package io.botpit.game.report;

import io.botpit.game.PlayerId;
import java.math.BigInteger;

/**
 * What two players' trades with each other moved from one to the other.
 *
 * @param to who gained
 * @param from who lost
 * @param amount what the trades were worth to the gainer five seconds of play later, in quote units; zero or more
 * @param volume of these trades, in quote units
 * @param trades how many
 * @param deviations the amount in robust standard deviations of what the other pairs moved; 0 where fewer than two others
 *     traded
 * @param share of all that the gainer gained from anybody, the part that came from this one; 0 to 1
 * @param net of what they traded, the part that did not go back and forth; 0 to 1
 */
public record Flow(
        PlayerId to,
        PlayerId from,
        BigInteger amount,
        BigInteger volume,
        long trades,
        double deviations,
        double share,
        double net) {}

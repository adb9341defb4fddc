package io.botpit.persistence;

import java.math.BigDecimal;

/**
 * One player over all finished games. Scores are in the quote asset of the games' first instruments.
 *
 * @param rank 1 is best; by total score, then wins; equals share a rank
 * @param podiums games with place 1, 2 or 3
 * @param lastScore of the game that ended last
 */
public record LeaderboardRow(
        int rank,
        Contender contender,
        int games,
        int wins,
        int podiums,
        BigDecimal bestScore,
        BigDecimal totalScore,
        BigDecimal lastScore,
        int lastPlace) {}

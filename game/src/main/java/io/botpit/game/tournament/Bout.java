package io.botpit.game.tournament;

import io.botpit.game.GameId;
import io.botpit.game.PlayerId;
import java.util.List;

/**
 * One game of a tournament.
 *
 * @param number from 1 in the order of the draw
 * @param seats whose they are, first seat first; a single one sits out with the points of a win
 * @param half whether it takes half the time, as extra bouts of a series do
 * @param voids how often its game had no result
 */
public record Bout(int number, Spot spot, List<PlayerId> seats, boolean half, State state, int voids) {
    /** So many times a bout is played again; then it counts as a tie. */
    public static final int VOIDS_MAX = 5;

    public Bout {
        seats = List.copyOf(seats);
    }

    /**
     * Where in the tournament it is.
     *
     * @param round from 1, counted through all stages
     * @param table from 1 in each round; in a knock-out the number of the series
     * @param game from 1 at each table of a round: one, but for a series
     */
    public record Spot(Stage stage, int round, int table, int game) {}

    /** Which part of a tournament. */
    public enum Stage {
        MAIN,
        GROUP,
        KNOCKOUT
    }

    /** How far it is. */
    public sealed interface State {
        /** To be opened. */
        record Next() implements State {}

        /**
         * Its game waits or goes on.
         *
         * @param missing who did not come in time
         */
        record Open(GameId game, List<PlayerId> missing) implements State {
            public Open {
                missing = List.copyOf(missing);
            }
        }

        /**
         * It has a result.
         *
         * @param games those it was played in: none where it was decided without, else one
         * @param showings in the order of the seats
         */
        record Over(List<GameId> games, List<Showing> showings) implements State {
            public Over {
                games = List.copyOf(games);
                showings = List.copyOf(showings);
            }
        }
    }

    /** How each seat came out, in their order; nothing before the result. */
    public List<Showing> showings() {
        return state instanceof State.Over(var _, var showings) ? showings : List.of();
    }

    boolean isOver() {
        return state instanceof State.Over;
    }

    /** Whether at least two came to it. */
    boolean isContested() {
        return showings().stream().filter(showing -> !showing.absent()).count() > 1;
    }

    boolean seats(PlayerId player) {
        return seats.contains(player);
    }

    /** Of somebody who sits here, after the result. */
    Showing showing(PlayerId player) {
        return showings().get(seats.indexOf(player));
    }

    Bout in(State next) {
        return new Bout(number, spot, seats, half, next, voids);
    }

    Bout voided() {
        return new Bout(number, spot, seats, half, new State.Next(), voids + 1);
    }
}

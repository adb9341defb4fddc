package io.botpit.game.pairing;

import io.botpit.game.InvariantBroken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Groups of equal strength: the field is dealt by lots of one seat for each group, forwards and backwards in turn. Bots
 * of one owner come into different groups, as long as he has no more of them than there are groups.
 *
 * <p>To give each seat of a lot its group, and each seat of an owner another one, is to colour the edges of a graph with
 * two sides, lots and owners; so many colours as the largest number of edges at one node are enough (Kőnig 1916). Who
 * finds his group taken on one side swaps two colours along a path.
 */
public final class SnakeGroups {
    private static final int NOBODY = -1;

    private final int groups;
    private final int[] owners;
    /** The seat of a group in each lot, and in each owner's share. */
    private final int[][] ofLot;

    private final int[][] ofOwner;

    private SnakeGroups(int field, int groups, int[] owners) {
        this.groups = groups;
        this.owners = owners;
        this.ofLot = empty((field + groups - 1) / groups);
        this.ofOwner = empty(Arrays.stream(owners).max().orElse(0) + 1);
    }

    /**
     * Groups of about a size, each with its strongest first.
     *
     * @param field how many seats, the strongest is 0
     * @param size the wanted size; groups have one more or one less where the field does not fit
     * @param owners the owner of each seat, from 0 on
     */
    public static List<List<Integer>> of(int field, int size, int[] owners) {
        return into(Math.max(1, (2 * field + size) / (2 * size)), owners);
    }

    /** So many groups, as even in size as can be, each with its strongest first; the owner of each seat, from 0 on. */
    public static List<List<Integer>> into(int groups, int[] owners) {
        return new SnakeGroups(owners.length, groups, shares(owners, groups)).dealt();
    }

    /** Whoever has more bots than there are groups counts as several owners. */
    private static int[] shares(int[] owners, int groups) {
        int[] shares = new int[owners.length];
        for (int seat = 0; seat < owners.length; seat++) {
            int owner = owners[seat];
            long earlier =
                    Arrays.stream(owners, 0, seat).filter(o -> o == owner).count();
            shares[seat] = owner + Math.toIntExact(earlier / groups) * owners.length;
        }
        return shares;
    }

    private int[][] empty(int rows) {
        int[][] table = new int[rows][groups];
        Arrays.stream(table).forEach(row -> Arrays.fill(row, NOBODY));
        return table;
    }

    private List<List<Integer>> dealt() {
        for (int seat = 0; seat < owners.length; seat++) {
            deal(seat);
        }
        List<List<Integer>> dealt = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            List<Integer> seats = new ArrayList<>();
            for (int[] lot : ofLot) {
                if (lot[group] != NOBODY) {
                    seats.add(lot[group]);
                }
            }
            dealt.add(seats);
        }
        return dealt;
    }

    private void deal(int seat) {
        int snake = snake(seat);
        for (int away = 0; away < groups; away++) {
            for (int group : new int[] {snake - away, snake + away}) {
                if (group >= 0 && group < groups && isFree(seat, group)) {
                    put(seat, group);
                    return;
                }
            }
        }
        int[] lot = ofLot[seat / groups];
        int freeOfOwner = free(ofOwner[owners[seat]], snake);
        swapAlong(lot[freeOfOwner], freeOfOwner, free(lot, snake));
        put(seat, freeOfOwner);
    }

    /** Frees a group of a lot: the seat there goes to the other group, where its owner has one that comes back, and so on. */
    private void swapAlong(int first, int from, int to) {
        List<Integer> path = new ArrayList<>();
        int group = from;
        boolean ofLots = false;
        for (int seat = first; seat != NOBODY; ofLots = !ofLots) {
            path.add(seat);
            group = from + to - group;
            seat = ofLots ? ofLot[seat / groups][group] : ofOwner[owners[seat]][group];
        }
        path.forEach(seat -> lift(seat, from, to));
        for (int i = 0; i < path.size(); i++) {
            put(path.get(i), i % 2 == 0 ? to : from);
        }
    }

    private void lift(int seat, int one, int other) {
        for (int[] row : List.of(ofLot[seat / groups], ofOwner[owners[seat]])) {
            int group = row[one] == seat ? one : other;
            row[group] = NOBODY;
        }
    }

    private void put(int seat, int group) {
        ofLot[seat / groups][group] = seat;
        ofOwner[owners[seat]][group] = seat;
    }

    private boolean isFree(int seat, int group) {
        return ofLot[seat / groups][group] == NOBODY && ofOwner[owners[seat]][group] == NOBODY;
    }

    /** The nearest to the wanted one. */
    private int free(int[] row, int wanted) {
        for (int away = 0; away < groups; away++) {
            if (wanted - away >= 0 && row[wanted - away] == NOBODY) {
                return wanted - away;
            }
            if (wanted + away < groups && row[wanted + away] == NOBODY) {
                return wanted + away;
            }
        }
        throw new InvariantBroken("no group is free among " + groups);
    }

    private int snake(int seat) {
        int lot = seat / groups;
        int place = seat % groups;
        return lot % 2 == 0 ? place : groups - 1 - place;
    }
}

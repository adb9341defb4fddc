package io.botpit.game;

/**
 * A player, the same in all games of a server.
 *
 * @param number 1 or more, given in the order of registration, never reused
 */
public record PlayerId(int number) implements Comparable<PlayerId> {
    public PlayerId {
        if (number < 1) {
            throw new IllegalArgumentException("player number must be positive: " + number);
        }
    }

    @Override
    public int compareTo(PlayerId other) {
        return Integer.compare(number, other.number);
    }
}

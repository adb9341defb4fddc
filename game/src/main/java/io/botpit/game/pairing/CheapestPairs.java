package io.botpit.game.pairing;

import io.botpit.game.InvariantBroken;
import io.botpit.game.pairing.Blossom.Edge;
import io.botpit.game.pairing.Blossom.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The perfect matching of least cost in a complete graph, in O(n³) steps. For one thread and one use.
 *
 * <p>The method is that of Edmonds, "Maximum matching and a polyhedron with 0,1-vertices" (1965), in the form that Galil
 * gives it in "Efficient algorithms for finding maximum matching in graphs" (1986). Every vertex has a price, so that the
 * prices of two never exceed the cost of the edge between them; only edges that cost exactly that may be used. Trees of
 * such edges grow from all vertices without a partner. Where none can grow, prices change by as much as makes one more
 * edge usable or one ring redundant. An edge between two trees is a way to match two more vertices, one inside a tree
 * closes an odd ring, which is a node from then on.
 */
final class CheapestPairs {
    private final long[][] costs;
    private final long[] prices;
    private final int[] mates;
    /** The outermost node of each vertex. */
    private final Blossom[] tops;

    /** The outermost nodes, each once. */
    private final List<Blossom> nodes = new ArrayList<>();

    private CheapestPairs(long[][] costs) {
        int size = costs.length;
        this.costs = costs;
        this.prices = new long[size];
        this.mates = new int[size];
        this.tops = new Blossom[size];
        Arrays.fill(mates, -1);
        // All edges cost double, so that every change of prices is a whole number.
        Arrays.fill(
                prices, Arrays.stream(costs).flatMapToLong(Arrays::stream).min().orElse(0));
        for (int vertex = 0; vertex < size; vertex++) {
            int[] doors = new int[size];
            Arrays.fill(doors, vertex);
            tops[vertex] = Blossom.vertex(vertex, doors);
            nodes.add(tops[vertex]);
        }
    }

    /**
     * Pairs all vertices, an even number of them.
     *
     * @param costs of all pairs, the same both ways; what is on the diagonal does not count. The sum must fit into 60 bits
     */
    static CheapestPairs of(long[][] costs) {
        if (costs.length % 2 != 0) {
            throw new InvariantBroken("an odd number of vertices cannot be paired: " + costs.length);
        }
        CheapestPairs pairs = new CheapestPairs(costs);
        for (int i = 0; i < costs.length / 2; i++) {
            pairs.matchTwoMore();
        }
        return pairs;
    }

    int partner(int vertex) {
        return mates[vertex];
    }

    /** False only if no cheapest matching has this pair: all of them are made of edges that cost their prices. */
    boolean mayPair(int one, int other) {
        return slack(one, other) <= 0;
    }

    private void matchTwoMore() {
        for (Blossom node : nodes) {
            node.place(mates[node.base] < 0 ? Label.OUTER : Label.FREE, null);
            node.nearest = null;
        }
        nodes.stream().filter(node -> node.label == Label.OUTER).forEach(this::reachFrom);
        boolean grown = false;
        while (!grown) {
            grown = step();
        }
    }

    /** Changes prices up to the next event and handles it; true if it matched two more. */
    private boolean step() {
        Blossom next = nodes.getFirst();
        for (Blossom node : nodes) {
            if (timeTo(node) < timeTo(next)) {
                next = node;
            }
        }
        changePrices(timeTo(next));
        Edge edge = next.nearest;
        if (next.label == Label.INNER) {
            open(next);
        } else if (edge == null) {
            throw new InvariantBroken("the graph is not complete");
        } else if (next.label == Label.FREE) {
            grow(next, edge);
        } else {
            return join(edge);
        }
        return false;
    }

    /** By how much prices can change until something happens at a node. */
    private long timeTo(Blossom node) {
        Edge edge = node.nearest;
        return switch (node.label) {
            case FREE -> edge == null ? Long.MAX_VALUE : slack(edge.from(), edge.to());
            case OUTER -> edge == null ? Long.MAX_VALUE : slack(edge.from(), edge.to()) / 2;
            case INNER -> node.isVertex() ? Long.MAX_VALUE : node.dual / 2;
        };
    }

    private void changePrices(long change) {
        for (Blossom node : nodes) {
            long sign = node.label == Label.OUTER ? 1 : node.label == Label.INNER ? -1 : 0;
            node.vertices.forEach(vertex -> prices[vertex] += sign * change);
            node.dual += node.isVertex() ? 0 : 2 * sign * change;
        }
    }

    /** A free node and its partner join the tree. */
    private void grow(Blossom node, Edge edge) {
        node.place(Label.INNER, edge);
        Edge matched = new Edge(node.base, mates[node.base]);
        Blossom partner = tops[matched.to()];
        partner.place(Label.OUTER, matched);
        reachFrom(partner);
    }

    /** Two outer nodes meet: a ring closes where they have the same root, else the way is free; true if so. */
    private boolean join(Edge edge) {
        List<Blossom> one = wayUp(tops[edge.from()]);
        List<Blossom> other = wayUp(tops[edge.to()]);
        if (one.getLast() != other.getLast()) {
            match(edge);
            match(edge.reversed());
            return true;
        }
        while (one.size() > 1 && other.size() > 1 && one.get(one.size() - 2) == other.get(other.size() - 2)) {
            one.removeLast();
            other.removeLast();
        }
        close(one, edge, other);
        return false;
    }

    /** From a node to the root of its tree. */
    private List<Blossom> wayUp(Blossom node) {
        List<Blossom> way = new ArrayList<>(List.of(node));
        for (Edge entry = node.entry; entry != null; entry = way.getLast().entry) {
            way.add(tops[entry.from()]);
        }
        return way;
    }

    /** Both ways end at the node where the ring begins. */
    private void close(List<Blossom> one, Edge edge, List<Blossom> other) {
        List<Blossom> petals = new ArrayList<>(one.reversed());
        List<Edge> rim = new ArrayList<>();
        petals.stream().skip(1).forEach(petal -> rim.add(entry(petal)));
        rim.add(edge);
        other.removeLast();
        other.forEach(petal -> rim.add(entry(petal).reversed()));
        petals.addAll(other);
        List<Blossom> inner =
                petals.stream().filter(petal -> petal.label == Label.INNER).toList();
        Blossom ring = Blossom.of(petals, rim, doors(petals));
        ring.vertices.forEach(vertex -> tops[vertex] = ring);
        nodes.removeAll(petals);
        nodes.add(ring);
        inner.forEach(this::reachFrom);
        reach(ring);
    }

    private int[] doors(List<Blossom> petals) {
        int[] doors = petals.getFirst().doors.clone();
        for (Blossom petal : petals) {
            for (int vertex = 0; vertex < doors.length; vertex++) {
                if (slack(vertex, petal.doors[vertex]) < slack(vertex, doors[vertex])) {
                    doors[vertex] = petal.doors[vertex];
                }
            }
        }
        return doors;
    }

    /** An inner node that adds nothing to any price comes apart. */
    private void open(Blossom ring) {
        ring.handDown(entry(ring));
        nodes.remove(ring);
        for (Blossom petal : ring.petals) {
            petal.vertices.forEach(vertex -> tops[vertex] = petal);
            nodes.add(petal);
        }
        ring.petals.forEach(this::reach);
        ring.petals.stream().filter(petal -> petal.label == Label.OUTER).forEach(this::reachFrom);
    }

    /** Finds the nearest outer vertex of a node anew. */
    private void reach(Blossom node) {
        node.nearest = null;
        for (int vertex = 0; vertex < mates.length; vertex++) {
            if (tops[vertex].label == Label.OUTER) {
                reach(node, vertex);
            }
        }
    }

    /** A node that became outer may be near to others. */
    private void reachFrom(Blossom outer) {
        for (int vertex : outer.vertices) {
            for (Blossom node : nodes) {
                reach(node, vertex);
            }
        }
    }

    private void reach(Blossom node, int from) {
        if (tops[from] != node) {
            int door = node.doors[from];
            Edge nearest = node.nearest;
            if (nearest == null || slack(from, door) < slack(nearest.from(), nearest.to())) {
                node.nearest = new Edge(from, door);
            }
        }
    }

    /** Matches along the way from the edge's first vertex to the root. */
    private void match(Edge edge) {
        int vertex = edge.from();
        int partner = edge.to();
        while (true) {
            Blossom outer = tops[vertex];
            Edge up = outer.entry;
            outer.leave(vertex, mates);
            mates[vertex] = partner;
            if (up == null) {
                return;
            }
            Blossom inner = tops[up.from()];
            Edge in = entry(inner);
            inner.leave(in.to(), mates);
            mates[in.to()] = in.from();
            vertex = in.from();
            partner = in.to();
        }
    }

    private static Edge entry(Blossom node) {
        @Nullable Edge entry = node.entry;
        if (entry == null) {
            throw new InvariantBroken("a root has no entry");
        }
        return entry;
    }

    private long slack(int one, int other) {
        return 2 * costs[one][other] - prices[one] - prices[other];
    }
}

package io.botpit.game.pairing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the graph that {@link CheapestPairs} works on: a vertex, or an odd ring of nodes that is treated as one. All
 * its vertices are matched inside it, but for its base. For one thread.
 */
final class Blossom {
    /** Where a node is in the trees that grow from the vertices without a partner. */
    enum Label {
        FREE,
        OUTER,
        INNER
    }

    /** A pair of vertices; what it leads to comes second. */
    record Edge(int from, int to) {
        Edge reversed() {
            return new Edge(to, from);
        }
    }

    /** The ring, the node with the base first; empty for a vertex. */
    final List<Blossom> petals;
    /** What joins each petal to the next one. */
    private final List<Edge> rim;
    /** For each vertex of the graph, the vertex in here that is cheapest to reach from it. */
    final int[] doors;

    final List<Integer> vertices;
    int base;
    /** What the node adds to the price of edges within it; zero for vertices, whose prices are held elsewhere. */
    long dual;

    Label label = Label.FREE;
    /** How the tree came here; absent at its root. */
    @Nullable
    Edge entry;

    /** The cheapest edge from an outer vertex elsewhere. */
    @Nullable
    Edge nearest;

    private Blossom(List<Blossom> petals, List<Edge> rim, List<Integer> vertices, int[] doors) {
        this.petals = new ArrayList<>(petals);
        this.rim = new ArrayList<>(rim);
        this.vertices = vertices;
        this.doors = doors;
    }

    static Blossom vertex(int vertex, int[] doors) {
        Blossom alone = new Blossom(List.of(), List.of(), List.of(vertex), doors);
        alone.base = vertex;
        return alone;
    }

    /** Takes over the place of the first petal in its tree. */
    static Blossom of(List<Blossom> petals, List<Edge> rim, int[] doors) {
        List<Integer> vertices =
                petals.stream().flatMap(petal -> petal.vertices.stream()).toList();
        Blossom ring = new Blossom(petals, rim, vertices, doors);
        ring.base = petals.getFirst().base;
        ring.entry = petals.getFirst().entry;
        ring.label = Label.OUTER;
        return ring;
    }

    boolean isVertex() {
        return petals.isEmpty();
    }

    /** Matches the vertices inside anew, so that the given one is left for a partner outside. */
    void leave(int vertex, int[] mates) {
        if (base == vertex) {
            return;
        }
        int turn = indexOf(vertex);
        Collections.rotate(petals, -turn);
        Collections.rotate(rim, -turn);
        petals.getFirst().leave(vertex, mates);
        for (int i = 1; i < petals.size(); i += 2) {
            Edge edge = rim.get(i);
            petals.get(i).leave(edge.from(), mates);
            petals.get(i + 1).leave(edge.to(), mates);
            mates[edge.from()] = edge.to();
            mates[edge.to()] = edge.from();
        }
        base = vertex;
    }

    /**
     * Gives the petals the places in the tree that this inner node had: in turns inner and outer from where the tree came
     * in to the base, and none for the others.
     */
    void handDown(Edge in) {
        petals.forEach(petal -> petal.place(Label.FREE, null));
        int at = indexOf(in.to());
        int step = at % 2 == 0 ? -1 : 1;
        Label label = Label.INNER;
        petals.get(at).place(label, in);
        while (at % petals.size() != 0) {
            Edge edge = step > 0 ? rim.get(at) : rim.get(at - 1).reversed();
            at += step;
            label = label == Label.INNER ? Label.OUTER : Label.INNER;
            petals.get(at % petals.size()).place(label, edge);
        }
    }

    void place(Label as, @Nullable Edge through) {
        label = as;
        entry = through;
    }

    private int indexOf(int vertex) {
        int index = 0;
        while (!petals.get(index).vertices.contains(vertex)) {
            index++;
        }
        return index;
    }
}

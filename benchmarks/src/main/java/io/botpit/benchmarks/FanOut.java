package io.botpit.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How long traders wait for an answer while 500 watch the page, and while 1,000 read the public feed as well. The reference
 * is the same without them, in turn.
 */
final class FanOut {
    private static final int TRADERS = 100;
    private static final int READERS = 1_000;
    private static final int VIEWERS = 500;
    private static final int[] PER_SECOND = {100, 2_000};
    private static final Duration SPAN = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final String ALONE = "alone";
    private static final String VIEWED = ", viewers alone";

    private final Rounds<Heard> rounds = new Rounds<>();

    private FanOut() {}

    static List<Figure> run(Settings settings) throws Exception {
        FanOut measured = new FanOut();
        try (Contender server = Contender.botpit("process", TRADERS)) {
            server.load(TRADERS, lanes -> ClosedLoop.run(lanes, 8, WARM_UP));
            for (int i = 0; i < settings.rounds(); i++) {
                for (int perSecond : PER_SECOND) {
                    measured.round(server, perSecond);
                }
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (int perSecond : PER_SECOND) {
            figures.addAll(measured.figures(perSecond + "/s"));
        }
        return figures;
    }

    /** @param late seconds from the last answer to the last frame */
    private record Heard(Load load, double late, Audience.Heard readers, Audience.Heard viewers) {}

    private void round(Contender server, int perSecond) throws Exception {
        String name = perSecond + "/s";
        rounds.add(
                name + ALONE,
                heard(server, perSecond, Audience.open(server.server().port(), 0, 0)));
        rounds.add(
                name + VIEWED,
                heard(server, perSecond, Audience.open(server.server().port(), 0, VIEWERS)));
        rounds.add(name, heard(server, perSecond, Audience.open(server.server().port(), READERS, VIEWERS)));
    }

    private static Heard heard(Contender server, int perSecond, Audience audience) throws Exception {
        Load load;
        double late;
        server.settle();
        try (audience) {
            load = server.load(TRADERS, lanes -> OpenLoop.run(lanes, perSecond, SPAN));
            late = audience.awaitSilence();
        }
        return new Heard(load, late, audience.readers(), audience.viewers());
    }

    private List<Figure> figures(String name) {
        List<Figure> figures = new ArrayList<>();
        for (double percentile : new double[] {50, 99}) {
            figures.add(beside(
                    name, name, ", p" + percentile, new Rounds.Measure<>("ms", one -> one.load.millis(percentile))));
        }
        figures.add(beside(name + VIEWED, name, ", p99", new Rounds.Measure<>("ms", one -> one.load.millis(99))));
        figures.add(beside(
                name,
                name,
                ", server's processor time for an order",
                new Rounds.Measure<>("us", one -> one.load.microsEach())));
        figures.add(Figure.of(name + ", frames to readers", perSecond(name, Heard::readers), "/s"));
        figures.add(Figure.of(name + ", frames to viewers", perSecond(name, Heard::viewers), "/s"));
        figures.add(Figure.of(
                name + ", frames to each reader",
                rounds.median(name, one -> (double) one.readers.frames() / READERS),
                ""));
        figures.add(Figure.of(name + ", last answer to last frame", rounds.median(name, Heard::late), "s"));
        figures.add(Figure.of(name + ", readers cut", rounds.median(name, one -> one.readers.cut()), ""));
        figures.add(Figure.of(name + ", viewers cut", rounds.median(name, one -> one.viewers.cut()), ""));
        return figures;
    }

    private double perSecond(String name, Function<Heard, Audience.Heard> heard) {
        return rounds.median(name, one -> heard.apply(one).frames() / (one.load.seconds() + one.late));
    }

    private Figure beside(String name, String reference, String what, Rounds.Measure<Heard> measure) {
        return rounds.figure(name + what, name, reference + ALONE, measure);
    }
}

package io.botpit.game.tournament;

import io.botpit.game.GameTime;
import io.botpit.game.PlayerId;
import io.botpit.game.pairing.BalancedTables;
import io.botpit.game.pairing.SnakeGroups;
import io.botpit.game.random.Dice;
import io.botpit.game.tournament.Bout.Stage;
import java.util.List;

/** Chooses what draws the bouts of a format. Stateless. */
final class Draws {
    private Draws() {}

    /** For the field as it is seeded. */
    static Draw of(History history, GameTime start) {
        List<PlayerId> field = history.field().seeding();
        return switch (history.plan().format()) {
            case Format.RoundRobin(var legs) ->
                new RoundDraw(history, Stage.MAIN, new Rota.RoundRobin(shuffled(history), legs));
            case Format.Tables(var size, var rounds) ->
                new RoundDraw(history, Stage.MAIN, balanced(history, size, rounds));
            case Format.SwissDuels(var rounds) -> new RoundDraw(history, Stage.MAIN, new SwissRota(history, 2, rounds));
            case Format.SwissTables(var size, var rounds) ->
                new RoundDraw(history, Stage.MAIN, new SwissRota(history, size, rounds));
            case Format.Knockout format ->
                new Bracket(history, format, new Bracket.Slots(Seeding.bracket(List.copyOf(field)), field));
            case Format.KnockoutTables format -> new TableBracket(history, format);
            case Format.Groups format -> new GroupDraw(history, format, groups(history, format.size()));
            case Format.Window format -> new WindowDraw(history, format, start);
        };
    }

    /** Strength does not decide who meets whom first. */
    private static List<PlayerId> shuffled(History history) {
        return new Dice(history.plan().seed())
                .split("order")
                .shuffled(history.field().seeding());
    }

    private static Rota balanced(History history, int size, int rounds) {
        List<PlayerId> field = history.field().seeding();
        Dice dice = new Dice(history.plan().seed()).split("tables");
        return new Rota.Fixed(BalancedTables.rounds(field.size(), size, rounds, dice).stream()
                .map(round ->
                        round.stream().map(table -> Rota.seated(table, field)).toList())
                .toList());
    }

    private static List<List<PlayerId>> groups(History history, int size) {
        List<PlayerId> field = history.field().seeding();
        return SnakeGroups.of(field.size(), size, owners(history, field)).stream()
                .map(group -> Rota.seated(group, field))
                .toList();
    }

    /** The same number for bots of the same owner. */
    static int[] owners(History history, List<PlayerId> field) {
        List<String> owners = field.stream()
                .map(player -> history.field().entrant(player).owner())
                .toList();
        return owners.stream().mapToInt(owners::indexOf).toArray();
    }
}

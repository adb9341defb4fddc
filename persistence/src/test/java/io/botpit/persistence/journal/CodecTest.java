package io.botpit.persistence.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.botpit.game.Command;
import io.botpit.game.Event;
import io.botpit.game.GameTime;
import io.botpit.game.Intent;
import io.botpit.game.OrderKind;
import io.botpit.game.OrderReference;
import io.botpit.game.PlayerId;
import io.botpit.game.RefereeAct;
import io.botpit.game.Stamped;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The types come from the sealed interfaces themselves, so a forgotten one fails here. */
final class CodecTest {
    private static final int INSTANCES = 200;

    static Stream<Class<?>> commandTypes() {
        return Stream.of(Intent.class, RefereeAct.class, Command.Tick.class).flatMap(Arbitrary::leaves);
    }

    static Stream<Class<?>> eventTypes() {
        return Arbitrary.leaves(Event.class);
    }

    static Stream<Class<?>> lobbyTypes() {
        return Arbitrary.leaves(LobbyRecord.class);
    }

    @ParameterizedTest
    @MethodSource("commandTypes")
    void everyCommandComesBackAsItWent(Class<?> type) {
        Arbitrary arbitrary = new Arbitrary(type.getName().hashCode());
        for (int i = 0; i < INSTANCES; i++) {
            Stamped<Command> stamped =
                    new Stamped<>(1 + i, arbitrary.of(GameTime.class), asCommand(arbitrary.of(type)));

            assertThat(CommandCodec.read(read(out -> CommandCodec.write(out, stamped))))
                    .isEqualTo(stamped);
        }
    }

    @Test
    void theCommandsTriedHereAreAllThereAre() {
        Set<String> tried = new TreeSet<>();
        Arbitrary arbitrary = new Arbitrary(1);
        commandTypes()
                .map(type -> asCommand(arbitrary.of(type)))
                .forEach(c -> tried.add(c.getClass().getName()));

        assertThat(tried).containsExactlyInAnyOrderElementsOf(names(Command.class));
        assertThat(names(OrderKind.class)).hasSize(3);
        assertThat(names(OrderReference.class)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("lobbyTypes")
    void everyRecordOfTheLobbyComesBackAsItWent(Class<?> type) {
        Arbitrary arbitrary = new Arbitrary(type.getName().hashCode());
        for (int i = 0; i < INSTANCES; i++) {
            LobbyRecord record = (LobbyRecord) arbitrary.of(type);

            assertThat(LobbyCodec.read(read(out -> LobbyCodec.write(out, record))))
                    .isEqualTo(record);
        }
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void everyComponentOfAnEventIsInItsBytes(Class<?> type) {
        Arbitrary arbitrary = new Arbitrary(type.getName().hashCode());
        for (int i = 0; i < INSTANCES; i++) {
            Event event = (Event) arbitrary.of(type);
            for (int c = 0; c < type.getRecordComponents().length; c++) {
                Event other = (Event) arbitrary.withOther(event, c);

                assertThat(bytes(out -> EventCodec.write(out, event)))
                        .isEqualTo(bytes(out -> EventCodec.write(out, event)))
                        .as("%s and %s", event, other)
                        .isNotEqualTo(bytes(out -> EventCodec.write(out, other)));
            }
        }
    }

    @Test
    void rulesComeBackAsTheyWent() {
        for (String name : Presets.NAMES) {
            GameRules rules = Presets.named(name, -7);

            assertThat(RulesCodec.read(read(out -> RulesCodec.write(out, rules))))
                    .isEqualTo(rules);
        }
    }

    @Test
    void aRecordThatSaysTooMuchOrTooLittleIsMalformed() {
        byte[] good = bytes(out -> CommandCodec.write(out, Story.record(7).command()));

        for (int length = 0; length < good.length; length++) {
            ByteReader cut = new ByteReader(good, 0, length);
            assertThatThrownBy(() -> CommandCodec.read(cut)).isInstanceOf(MalformedRecord.class);
        }
        byte[] more = Arrays.copyOf(good, good.length + 1);
        assertThatThrownBy(() -> CommandCodec.read(new ByteReader(more, 0, more.length)))
                .hasMessageContaining("1 bytes too many");
    }

    private static Command asCommand(Object value) {
        return switch (value) {
            case Intent intent -> new Command.PlayerCommand(new PlayerId(3), intent);
            case RefereeAct act -> new Command.RefereeCommand("admin 10.0.0.1", act);
            case Command command -> command;
            default -> throw new AssertionError(value);
        };
    }

    private static Set<String> names(Class<?> type) {
        return new TreeSet<>(Arbitrary.leaves(type).map(Class::getName).toList());
    }

    private static byte[] bytes(Consumer<ByteWriter> write) {
        ByteWriter out = new ByteWriter(0);
        write.accept(out);
        return out.copy();
    }

    private static ByteReader read(Consumer<ByteWriter> write) {
        byte[] bytes = bytes(write);
        return new ByteReader(bytes, 0, bytes.length);
    }
}

package io.botpit.persistence.journal;

import io.botpit.game.ClientOrderId;
import io.botpit.game.GameId;
import io.botpit.game.Intent.CancelAfter;
import io.botpit.game.Intent.PlaceOrder;
import io.botpit.game.OrderKind;
import io.botpit.game.PlayerId;
import io.botpit.game.Side;
import io.botpit.game.money.Amount;
import io.botpit.game.money.Asset;
import io.botpit.game.money.Symbol;
import io.botpit.game.rules.GameRules;
import io.botpit.game.rules.Presets;
import io.botpit.game.tournament.Fact;
import io.botpit.game.tournament.Showing;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes instances of the vocabulary out of a seed, by reflection: a new type needs no line here. */
final class Arbitrary {
    private static final List<String> WORDS = List.of("a", "ann", "Bob-7", "\"grüß dich\"", "{\"x\":[1,2]}", "日本", "");

    /** Facts of tournaments have their own text and the test of it. */
    private static final List<Fact> FACTS = List.of(
            new Fact.Withdrawn(new PlayerId(7), "\"grüß dich\" & adieu"),
            new Fact.BoutPlayed(3, List.of(new Showing(1, -5, 17, false), Showing.ABSENT)),
            new Fact.Woke());

    private final Random random;

    Arbitrary(long seed) {
        random = new Random(seed);
    }

    /** All records below a sealed type, however deep; a record is its own. */
    static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Arbitrary::leaves)
                : Stream.of(type);
    }

    <T> T of(Class<T> type) {
        return type.cast(make(type));
    }

    /** An event, command ... of the same type, with one component different. */
    Object withOther(Object original, int component) {
        @Nullable Object[] values = values(original);
        Object before = values[component];
        RecordComponent changed = original.getClass().getRecordComponents()[component];
        for (int i = 0; i < 100; i++) {
            values[component] = component(changed);
            Object candidate = construct(original.getClass(), values);
            if (!candidate.equals(original)) {
                return candidate;
            }
        }
        throw new AssertionError("nothing else than " + before + " for " + changed);
    }

    private Object make(Class<?> type) {
        if (type == GameRules.class) {
            return Presets.named(Presets.NAMES.get(random.nextInt(Presets.NAMES.size())), random.nextLong());
        }
        if (type == PlaceOrder.class) {
            return placeOrder();
        }
        Object simple = simple(type);
        if (simple != null) {
            return simple;
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        if (type.isSealed()) {
            List<Class<?>> leaves = leaves(type).toList();
            return make(leaves.get(random.nextInt(leaves.size())));
        }
        return construct(
                type,
                Arrays.stream(type.getRecordComponents()).map(this::component).toArray());
    }

    private @Nullable Object simple(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> WORDS.get(random.nextInt(WORDS.size()));
            case "long" -> 1 + random.nextLong(1L << random.nextInt(1, 40));
            case "int" -> 1 + random.nextInt(1_000_000);
            case "boolean" -> random.nextBoolean();
            case "Amount" -> new Amount(random.nextLong() >> random.nextInt(2, 60));
            case "Asset" -> new Asset(code(), random.nextInt(13));
            case "Symbol" -> new Symbol(code() + "/" + code());
            case "GameId" -> new GameId("g" + random.nextInt(1_000));
            case "Fact" -> FACTS.get(random.nextInt(FACTS.size()));
            case "ClientOrderId" -> new ClientOrderId("c:" + random.nextInt(1_000));
            case "CancelAfter" -> new CancelAfter(random.nextLong(CancelAfter.MILLIS_MAX + 1));
            default -> null;
        };
    }

    private PlaceOrder placeOrder() {
        Side side = of(Side.class);
        OrderKind kind = of(OrderKind.class);
        while (side == Side.SELL && kind instanceof OrderKind.MarketByBudget) {
            kind = of(OrderKind.class);
        }
        Object[] rest = Arrays.stream(PlaceOrder.class.getRecordComponents())
                .map(this::component)
                .toArray();
        rest[1] = side;
        rest[2] = kind;
        return (PlaceOrder) construct(PlaceOrder.class, rest);
    }

    private @Nullable Object component(RecordComponent component) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return optional && random.nextInt(3) == 0 ? null : make(component.getGenericType());
    }

    private Object make(Type type) {
        if (type instanceof ParameterizedType list) {
            Class<?> element = (Class<?>) list.getActualTypeArguments()[0];
            return new ArrayList<>(IntStream.range(0, random.nextInt(4))
                    .mapToObj(_ -> make(element))
                    .toList());
        }
        return make((Class<?>) type);
    }

    private String code() {
        return List.of("USD", "BTC", "ETH", "X2").get(random.nextInt(4));
    }

    private static @Nullable Object[] values(Object instance) {
        return Arrays.stream(instance.getClass().getRecordComponents())
                .map(component -> {
                    try {
                        return component.getAccessor().invoke(instance);
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError(String.valueOf(e.getMessage()), e);
                    }
                })
                .toArray();
    }

    private static Object construct(Class<?> type, @Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new AssertionError(type + " of " + Arrays.toString(values), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(String.valueOf(e.getMessage()), e);
        }
    }
}

package io.botpit.simulation.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What keeps the game a function with a memory: no library, no outside world, no chance, no clock, no unordered iteration. */
class CoreRulesTest {
    private static final String GAME = "io.botpit.game..";

    /** By the type that declares them. */
    private static final Map<String, Set<String>> FORBIDDEN_CALLS = Map.of(
            "java.lang.System",
                    Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "identityHashCode", "exit"),
            "java.lang.Math", Set.of("random"),
            "java.util.UUID", Set.of("randomUUID"),
            "java.util.Set", Set.of("of", "copyOf"),
            "java.util.Map", Set.of("of", "ofEntries", "copyOf"),
            "java.util.Collection", Set.of("parallelStream"),
            "java.util.stream.BaseStream", Set.of("parallel"),
            "java.util.stream.Collectors",
                    Set.of("toSet", "toMap", "groupingBy", "toUnmodifiableSet", "toUnmodifiableMap"),
            "java.util.Locale", Set.of("getDefault"),
            "java.time.ZoneId", Set.of("systemDefault"));

    private static final Set<String> FORBIDDEN_CONSTRUCTIONS =
            Set.of("java.util.HashMap", "java.util.HashSet", "java.util.IdentityHashMap", "java.util.WeakHashMap");

    private static final Set<String> FORBIDDEN_TYPES = Set.of(
            "java.lang.Thread",
            "java.lang.Runtime",
            "java.lang.Process",
            "java.lang.ThreadLocal",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.Timer",
            Clock.class.getName(),
            InstantSource.class.getName());

    @Test
    void theGameKnowsTheJdkAndNothingElse() {
        Botpit.check(classes()
                .that()
                .resideInAPackage(GAME)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", GAME, "org.jspecify.annotations"));
    }

    @Test
    void theGameHasNoOutsideWorld() {
        Botpit.check(noClasses()
                .that()
                .resideInAPackage(GAME)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.net..",
                        "java.nio..",
                        "java.sql..",
                        "java.util.concurrent..",
                        "java.util.logging..",
                        "java.util.random..",
                        "java.awt..",
                        "javax..")
                .orShould()
                .dependOnClassesThat(
                        describe("threads, clocks and dice", type -> FORBIDDEN_TYPES.contains(type.getName()))));
    }

    @Test
    void theGameAsksNoClockAndThrowsNoDice() {
        Botpit.check(noClasses()
                .that()
                .resideInAPackage(GAME)
                .should()
                .callMethodWhere(describe("whose answer may differ from run to run", CoreRulesTest::isForbidden))
                .orShould()
                .callConstructorWhere(describe(
                        "whose iteration order may differ from run to run",
                        call -> FORBIDDEN_CONSTRUCTIONS.contains(
                                call.getTargetOwner().getName())))
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    @Test
    void theGamesTimeComesWithTheCommand() {
        Botpit.check(noClasses()
                .that()
                .resideInAPackage(GAME)
                .should()
                .callMethodWhere(describe(
                        "now() of java.time",
                        call -> call.getTargetOwner().getPackageName().equals("java.time")
                                && call.getName().equals("now"))));
    }

    @Test
    void moneyIsNeverFloating() {
        String[] exact = {
            "io.botpit.game.money..", "io.botpit.game.book..", "io.botpit.game.ledger..", "io.botpit.game.market.."
        };
        Botpit.check(noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(exact)
                .should()
                .haveRawType(floating()));
        Botpit.check(noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(exact)
                .should()
                .haveRawReturnType(floating())
                .orShould(Conditions.haveAParameterOf(floating())));
        Botpit.check(noClasses()
                .that()
                .resideInAnyPackage(exact)
                .should()
                .dependOnClassesThat(floating())
                .orShould()
                .callMethodWhere(describe("that takes or returns one", CoreRulesTest::isFloating)));
    }

    private static DescribedPredicate<JavaClass> floating() {
        List<Class<?>> types = List.of(float.class, double.class, Float.class, Double.class);
        return describe("float or double", type -> types.stream().anyMatch(type::isEquivalentTo));
    }

    private static boolean isFloating(JavaCall<?> call) {
        return floating().test(call.getTarget().getRawReturnType())
                || call.getTarget().getRawParameterTypes().stream().anyMatch(floating());
    }

    private static boolean isForbidden(JavaCall<?> call) {
        return FORBIDDEN_CALLS.entrySet().stream()
                .anyMatch(entry -> entry.getValue().contains(call.getName())
                        && call.getTargetOwner().isAssignableTo(entry.getKey())
                        && !choosesItsMap(call));
    }

    /** The collectors that take a supplier may be given an ordered map. */
    private static boolean choosesItsMap(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Supplier.class));
    }
}

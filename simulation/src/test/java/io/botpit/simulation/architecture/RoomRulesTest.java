package io.botpit.simulation.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;

/** Each library has one room; rooms do not form circles. */
class RoomRulesTest {
    @Test
    void javalinAndJettyStayInTheirRoom() {
        Botpit.check(noClasses()
                .that()
                .resideOutsideOfPackages("io.botpit.server.http..", "io.botpit.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..", "kotlin.."));
    }

    @Test
    void jacksonStaysWhereThingsAreWrittenDown() {
        Botpit.check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.botpit.protocol..",
                        "io.botpit.dialect..",
                        "io.botpit.persistence..",
                        "io.botpit.server.config..",
                        "io.botpit.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson.."));
    }

    @Test
    void databasesStayBehindThePersistence() {
        Botpit.check(noClasses()
                .that()
                .resideOutsideOfPackages("io.botpit.persistence..", "io.botpit.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.jooq..",
                        "java.sql..",
                        "javax.sql..",
                        "org.flywaydb..",
                        "com.zaxxer.hikari..",
                        "org.h2..",
                        "org.postgresql.."));
    }

    @Test
    void generatedTablesAreKnownToTheStoresOnly() {
        Botpit.check(classes()
                .that()
                .resideInAPackage("io.botpit.persistence.jooq..")
                .should()
                .onlyBeAccessed()
                .byAnyPackage("io.botpit.persistence.."));
    }

    @Test
    void thePasswordHashHasOneUser() {
        Botpit.check(noClasses()
                .that()
                .resideOutsideOfPackage("io.botpit.server.lobby..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.mindrot.."));
    }

    @Test
    void documentsAreMadeIntoPagesInOneRoom() {
        Botpit.check(noClasses()
                .that()
                .resideOutsideOfPackage("io.botpit.server.http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.commonmark.."));
    }

    @Test
    void theBotsKnowTheProtocolOnly() {
        Botpit.check(noClasses()
                .that()
                .resideInAPackage("io.botpit.bots..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.botpit.game..", "io.botpit.dialect..", "io.botpit.persistence..", "io.botpit.server.."));
    }

    @Test
    void nobodyKnowsTheBenchmarks() {
        Botpit.check(noClasses()
                .that()
                .resideOutsideOfPackage("io.botpit.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.botpit.benchmarks.."));
    }

    @Test
    void dialectsDoNotKnowEachOther() {
        slices().matching("io.botpit.dialect.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(Botpit.classes());
    }

    @Test
    void packagesFormNoCircles() {
        slices().assignedFrom(new PackageSlices())
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(Botpit.classes().that(Botpit.written()));
    }

    @Test
    void insideTheGameTheArrowsRunOneWay() {
        noneMayKnow("io.botpit.game", "book", "ledger", "market", "control", "score", "rules", "tournament");
        noneMayKnow("io.botpit.game.money..", "book", "ledger", "market", "control", "score", "rules", "tournament");
        noneMayKnow("io.botpit.game.book..", "ledger", "market", "control", "score", "rules", "tournament");
        noneMayKnow("io.botpit.game.ledger..", "book", "market", "control", "score", "rules", "tournament");
        noneMayKnow("io.botpit.game.market..", "control", "score", "tournament");
        noneMayKnow("io.botpit.game.rules..", "book", "ledger", "market", "control", "score", "tournament");
        noneMayKnow("io.botpit.game.audit..", "book", "ledger", "market", "control", "score", "tournament");
        noneMayKnow("io.botpit.game.score..", "book", "control", "tournament");
    }

    @Test
    void weatherIsMadeByTheWiringAlone() {
        Botpit.check(noClasses()
                .that()
                .resideOutsideOfPackages("io.botpit.server.fault..", "io.botpit.server")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.botpit.server.fault.."));
        Botpit.check(noClasses()
                .that()
                .resideInAPackage("io.botpit.server")
                .and(describe("are not the wiring", type -> !isWiring(type)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.botpit.server.fault.."));
    }

    @Test
    void adaptersAreBuiltByTheWiringAlone() {
        Botpit.check(noClasses()
                .that(describe("are not the wiring", type -> !isWiring(type)))
                .and()
                .resideInAPackage("io.botpit.server..")
                .should()
                .callConstructorWhere(describe(
                        "of a store, a journal, a dialect or the web server",
                        call -> isAdapter(call.getTargetOwner()) && isFromAnotherRoom(call))));
    }

    private static void noneMayKnow(String room, String... rooms) {
        String[] forbidden = new String[rooms.length];
        for (int i = 0; i < rooms.length; i++) {
            forbidden[i] = "io.botpit.game." + rooms[i] + "..";
        }
        Botpit.check(noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden));
    }

    /** Records are values, wherever they live. */
    private static boolean isAdapter(JavaClass type) {
        return resideInAnyPackage("io.botpit.persistence..", "io.botpit.dialect.*..", "io.botpit.server.http..")
                        .test(type)
                && !type.isRecord();
    }

    private static boolean isFromAnotherRoom(JavaCall<?> call) {
        return !call.getOriginOwner().getPackage().equals(call.getTargetOwner().getPackage());
    }

    private static boolean isWiring(JavaClass type) {
        return outermost(type).getName().startsWith("io.botpit.server.Wiring");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(RoomRulesTest::outermost).orElse(type);
    }

    /** One slice for each package, whatever its depth. */
    private static final class PackageSlices implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}

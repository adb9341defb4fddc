package io.botpit.simulation.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Habits that a machine can watch. */
class HabitRulesTest {
    @Test
    void nothingIsInjected() {
        Botpit.check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.inject..",
                        "jakarta.inject..",
                        "jakarta.enterprise..",
                        "jakarta.annotation..",
                        "com.google.inject..",
                        "org.springframework.."));
    }

    @Test
    void nothingStaticChanges() {
        Botpit.check(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(Botpit.written())
                .should()
                .beFinal());
    }

    @Test
    void nobodySleeps() {
        Botpit.check(noClasses()
                .should()
                .callMethodWhere(describe(
                        "Thread.sleep",
                        call -> call.getName().equals("sleep")
                                && (call.getTargetOwner().isEquivalentTo(Thread.class)
                                        || call.getTargetOwner().getName().equals("java.util.concurrent.TimeUnit")))));
    }

    @Test
    void namesAreTheTradesNouns() {
        Botpit.check(noClasses()
                .that(Botpit.written())
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)")
                .orShould()
                .haveSimpleNameStartingWith("Abstract"));
    }

    @Test
    void testsAreHidden() throws IOException {
        JavaClasses tests = new ClassFileImporter().importPaths(testClasses());
        noClasses()
                .that(describe("are tests", type -> type.getSimpleName().endsWith("Test")))
                .and(describe("are top-level", JavaClass::isTopLevelClass))
                .should()
                .haveModifier(JavaModifier.PUBLIC)
                .allowEmptyShould(true)
                .check(tests);
    }

    private static List<Path> testClasses() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of("").toAbsolutePath().getParent())) {
            return modules.map(module -> module.resolve("target/test-classes"))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }
}

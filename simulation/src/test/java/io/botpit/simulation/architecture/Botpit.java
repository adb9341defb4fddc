package io.botpit.simulation.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** Our own shipped classes, read once for all rules: what lies under {@code io.botpit} on the class path, tests excepted. */
final class Botpit {
    static final String ROOT = "io.botpit";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    "io.botpit.game",
                    "io.botpit.protocol",
                    "io.botpit.dialect",
                    "io.botpit.persistence",
                    "io.botpit.bots",
                    "io.botpit.server",
                    "io.botpit.benchmarks");

    private Botpit() {}

    static JavaClasses classes() {
        return CLASSES;
    }

    /** A rule about an empty room holds; the room will be furnished later. */
    static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    /** What jOOQ's generator writes is not ours to judge. */
    static DescribedPredicate<JavaClass> written() {
        return DescribedPredicate.describe(
                "written by hand", type -> !type.getPackageName().startsWith("io.botpit.persistence.jooq"));
    }
}

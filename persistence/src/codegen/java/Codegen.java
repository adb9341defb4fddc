import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the tables of the migrations as Java: {@code java Codegen.java MIGRATIONS TARGET}. Profile {@code codegen} runs it into
 * {@code src/main/java}, and a test into a temporary folder, to see that nobody forgot.
 */
final class Codegen {
    private static final String URL =
            "jdbc:h2:mem:codegen;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";

    private static final String PACKAGE = "io.botpit.persistence.jooq";

    private Codegen() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        LogManager.getLogManager().reset();
        migrate(Path.of(args[0]));
        generate(Path.of(args[1]));
        describe(Path.of(args[1], PACKAGE.replace('.', '/')));
    }

    private static void migrate(Path migrations) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(URL);
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
    }

    private static void generate(Path target) throws Exception {
        Database tables = new Database()
                .withName("org.jooq.meta.h2.H2Database")
                .withInputSchema("public")
                .withOutputSchemaToDefault(true)
                .withExcludes("flyway_schema_history");
        Generate style = new Generate()
                .withGeneratedAnnotation(false)
                .withRecords(false)
                .withRelations(false)
                .withSources(false)
                .withJavadoc(false)
                .withComments(false)
                .withGlobalCatalogReferences(false)
                .withGlobalSchemaReferences(false)
                .withGlobalObjectReferences(true);
        GenerationTool.generate(new Configuration()
                .withJdbc(new Jdbc().withDriver("org.h2.Driver").withUrl(URL))
                .withGenerator(new Generator()
                        .withDatabase(tables)
                        .withGenerate(style)
                        .withTarget(new Target().withPackageName(PACKAGE).withDirectory(target.toString()))));
    }

    /** Every package here says what it is; the generator does not. */
    private static void describe(Path folder) throws IOException {
        Files.writeString(folder.resolve("package-info.java"), """
                /** Written by jOOQ's generator from the migrations ({@code -Pcodegen}); not edited, seen by the database only. */
                @NullUnmarked
                package io.botpit.persistence.jooq;

                import org.jspecify.annotations.NullUnmarked;
                """);
    }
}

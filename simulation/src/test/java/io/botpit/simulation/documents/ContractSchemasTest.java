package io.botpit.simulation.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The machine-readable contracts are what they say they are, by the published schemas of their formats. */
class ContractSchemasTest {
    private static final String OPENAPI = "server/src/main/resources/io/botpit/server/http/openapi.yaml";

    @ParameterizedTest
    @CsvSource({"docs/protocol/asyncapi.yaml, asyncapi-3.0.json", OPENAPI + ", openapi-3.1.json"})
    void aContractKeepsToItsSchema(String contract, String schema) throws IOException {
        assertThat(errors(schema, text(contract))).as("errors in %s", contract).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "docs/protocol/asyncapi.yaml, asyncapi-3.0.json, 'action: receive', 'action: listen'",
        "docs/protocol/asyncapi.yaml, asyncapi-3.0.json, 'payload:', 'pay_load:'",
        OPENAPI + ", openapi-3.1.json, 'description:', 'descriptoin:'",
        OPENAPI + ", openapi-3.1.json, 'responses:', 'answers:'"
    })
    void aSlipOfThePenIsSeen(String contract, String schema, String right, String wrong) throws IOException {
        String text = text(contract);

        assertThat(text).contains(right);
        assertThat(errors(schema, text.replace(right, wrong))).isNotEmpty();
    }

    private static String text(String contract) throws IOException {
        return Files.readString(Documents.ROOT.resolve(contract));
    }

    private static List<String> errors(String name, String contract) throws IOException {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        try (InputStream file =
                Objects.requireNonNull(ContractSchemasTest.class.getResourceAsStream("/schemas/" + name))) {
            Schema schema = registry.getSchema(file, InputFormat.JSON);
            return schema.validate(contract, InputFormat.YAML).stream()
                    .map(Error::toString)
                    .toList();
        }
    }
}

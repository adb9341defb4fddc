package io.botpit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials that the jar carries, against the run-time class path as Maven resolves it. */
final class SbomTest {
    private static final String SBOM = "/META-INF/sbom/botpit.cdx.json";
    private static final String OURS = "io.botpit";
    private static final Pattern MODULE = Pattern.compile("/([a-z-]+)/target/(classes|botpit-[^/]*\\.jar)$");

    @BeforeAll
    static void isMade() {
        assumeThat(SbomTest.class.getResource(SBOM))
                .as("the plug-in makes no bill of materials where Maven is offline")
                .isNotNull();
    }

    @Test
    void itListsTheRunTimeClassPathAndNothingElse() throws IOException {
        JsonNode sbom = JsonMapper.shared().readTree(resource(SBOM));
        List<JsonNode> components = StreamSupport.stream(sbom.path("components").spliterator(), false)
                .toList();

        assertThat(sbom.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(sbom.at("/metadata/component/name").asString()).isEqualTo("botpit-server");
        assertThat(components)
                .extracting(SbomTest::jar)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(resource("/runtime-class-path").strip().split(File.pathSeparator))
                                .map(SbomTest::jar)
                                .toList());
        assertThat(components)
                .filteredOn(component -> !component.path("group").asString().equals(OURS))
                .hasSizeGreaterThan(20)
                .allSatisfy(component -> {
                    assertThat(component.path("purl").asString()).startsWith("pkg:maven/");
                    assertThat(component.path("hashes").isEmpty()).isFalse();
                    assertThat(component.path("licenses").isEmpty()).isFalse();
                });
    }

    @Test
    void itTellsNothingOfTheMachineThatMadeIt() throws IOException {
        assertThat(resource(SBOM))
                .doesNotContain(System.getProperty("user.dir"))
                .doesNotContain(System.getProperty("user.home") + "/")
                .doesNotContain("serialNumber");
    }

    private static String jar(JsonNode component) {
        String name = component.path("name").asString();
        boolean ours = component.path("group").asString().equals(OURS);
        return ours ? name : name + "-" + component.path("version").asString() + ".jar";
    }

    /** One of our own modules is a jar or a folder of classes, as far as the build has come. */
    private static String jar(String entry) {
        Matcher own = MODULE.matcher(entry.replace(File.separatorChar, '/'));
        return own.find() ? "botpit-" + own.group(1) : entry.substring(entry.lastIndexOf(File.separatorChar) + 1);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SbomTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

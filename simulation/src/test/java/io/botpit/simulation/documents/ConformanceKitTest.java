package io.botpit.simulation.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the server says in the conformance kit is what it says: its frames keep to the contract, and have no member that
 * is not in a transcript, all of which are played against a real game.
 */
class ConformanceKitTest {
    private static final Path PROTOCOL = Documents.ROOT.resolve("docs/protocol");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Their members are names of things and not of the protocol. */
    private static final Set<String> MAPS = Set.of("books", "assets", "marks");
    /** It shows what a later server may say. */
    private static final String OF_LATER = "080-unknown-members.jsonl";

    private final JsonNode contract = YAMLMapper.builder()
            .build()
            .readTree(PROTOCOL.resolve("asyncapi.yaml").toFile())
            .get("components");
    private final Map<String, Schema> schemas = new HashMap<>();

    /** @param answers the command of the request; empty in a push */
    private record Said(String where, JsonNode frame, String answers) {
        /** Frames of one kind have the same members. */
        private String kind() {
            return frame.has("type")
                    ? frame.get("type").asString()
                    : frame.get("status").asBoolean() ? frame.get("message").asString() : "refusal";
        }
    }

    @Test
    void framesKeepToTheContract() throws IOException {
        assertThat(dialogues())
                .hasSizeGreaterThan(300)
                .allSatisfy(said -> assertThat(errors(said)).as(said.where()).isEmpty());
    }

    @Test
    void framesHaveTheMembersThatARealServerSends() throws IOException {
        Map<String, Set<String>> real = new HashMap<>();
        for (Said said : transcripts()) {
            addMembers(said.frame(), "", real.computeIfAbsent(said.kind(), _ -> new HashSet<>()));
        }

        assertThat(dialogues())
                .filteredOn(said -> !said.where().startsWith(OF_LATER))
                .allSatisfy(said -> {
                    Set<String> members = new HashSet<>();
                    addMembers(said.frame(), "", members);
                    members.remove(".id");
                    assertThat(real.getOrDefault(said.kind(), Set.of()))
                            .as("%s, a frame of the kind '%s'", said.where(), said.kind())
                            .containsAll(members);
                });
    }

    @Test
    void refusalsAreInTheTable() throws IOException {
        String page = Files.readString(Documents.ROOT.resolve("docs/refusals.md"));

        assertThat(dialogues())
                .filteredOn(said -> said.frame().has("code"))
                .isNotEmpty()
                .allSatisfy(said -> assertThat(page)
                        .as(said.where())
                        .contains("| `" + said.frame().get("code").asString() + "` | "));
    }

    private List<Error> errors(Said said) {
        JsonNode frame = said.frame();
        if (frame.has("type")) {
            String name = Character.toUpperCase(frame.get("type").asString().charAt(0))
                    + frame.get("type").asString().substring(1) + "Push";
            return validate("messages/" + name + "/payload", frame);
        }
        List<Error> errors = new ArrayList<>(validate("schemas/Reply", frame));
        if (frame.get("status").asBoolean()) {
            errors.addAll(validate("schemas/" + dataOf(said.answers()), frame.get("data")));
        }
        return errors;
    }

    /** The schema that a command's description names. */
    private String dataOf(String command) {
        return contract.get("messages")
                .valueStream()
                .filter(message ->
                        message.at("/payload/properties/cmd/const").asString("").equals(command))
                .map(message -> message.get("description").asString().replace("data of the reply: ", ""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no command " + command));
    }

    private List<Error> validate(String name, JsonNode value) {
        Schema schema = schemas.computeIfAbsent(name, _ -> {
            ObjectNode document = JSON.createObjectNode();
            document.put("$ref", "#/components/" + name);
            document.set("components", contract);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(document.toString(), InputFormat.JSON);
        });
        return schema.validate(value.toString(), InputFormat.JSON);
    }

    private static void addMembers(JsonNode node, String path, Set<String> members) {
        if (node.isArray()) {
            node.forEach(item -> addMembers(item, path + "[]", members));
        }
        String name = path.substring(path.lastIndexOf('.') + 1);
        node.properties().forEach(member -> {
            String below = path + "." + (MAPS.contains(name) ? "*" : member.getKey());
            members.add(below);
            addMembers(member.getValue(), below, members);
        });
    }

    private static List<Said> dialogues() throws IOException {
        List<Said> all = new ArrayList<>();
        for (Path file : files(Documents.ROOT.resolve("bots/conformance"), ".jsonl")) {
            // Files without a number are parts, and their frames are those of whole dialogues' beginnings.
            Map<String, String> commands = new HashMap<>();
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                // A name stands for an id that a library chose.
                JsonNode step =
                        JSON.readTree(lines.get(i).replace("\"client_order_id\": \"$", "\"client_order_id\": \""));
                if (step.has("send")) {
                    JsonNode request = step.get("send");
                    commands.put(
                            request.path("id").asString("$id"),
                            request.get("cmd").asString());
                } else if (step.has("receive")) {
                    JsonNode frame = step.get("receive");
                    String answers = commands.getOrDefault(frame.path("id").asString(""), "subscribe");
                    all.add(new Said(file.getFileName() + ":" + (i + 1), frame, answers));
                }
            }
        }
        return all;
    }

    private static List<Said> transcripts() throws IOException {
        List<Said> all = new ArrayList<>();
        for (Path file : files(PROTOCOL.resolve("transcripts"), ".txt")) {
            for (String line : Files.readAllLines(file)) {
                if (line.matches("(?!feed)[a-z]*< .*")) {
                    all.add(new Said(file.toString(), JSON.readTree(line.substring(line.indexOf("< ") + 2)), ""));
                }
            }
        }
        return all;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}

package io.botpit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The machine-readable contract names every frame of the codec, and no other. */
class AsyncApiTest {
    private static final Path FILE = Path.of("..", "docs", "protocol", "asyncapi.yaml");

    private final JsonNode contract = YAMLMapper.builder().build().readTree(FILE.toFile());

    @Test
    void isAsyncApiThree() {
        assertThat(contract.path("asyncapi").stringValue()).startsWith("3.");
        assertThat(contract.path("info").path("version").stringValue())
                .isEqualTo(Integer.toString(HelloRecord.PROTOCOL_VERSION));
    }

    @Test
    void listsEveryCommandAndNoOther() {
        assertThat(words("", "cmd"))
                .isEqualTo(Arrays.stream(ArenaCommand.values())
                        .map(ArenaCommand::word)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void listsEveryPushAndNoOther() {
        assertThat(words("Push", "type"))
                .isEqualTo(Arrays.stream(PushType.values())
                        .map(PushType::word)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void listsEveryFeedFrameAndNoOther() {
        assertThat(words("Frame", "type"))
                .isEqualTo(Arrays.stream(FeedType.values())
                        .map(FeedType::word)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyMessageIsOnAChannelAndInAnOperation() {
        Set<String> messages = new TreeSet<>(contract.at("/components/messages").propertyNames());
        Set<String> offered = new TreeSet<>();
        contract.path("channels")
                .forEach(channel -> offered.addAll(channel.path("messages").propertyNames()));
        Set<String> used = new TreeSet<>();
        contract.path("operations").forEach(operation -> {
            operation.path("messages").forEach(message -> used.add(name(message)));
            operation.at("/reply/messages").forEach(message -> used.add(name(message)));
        });

        assertThat(offered).isEqualTo(messages);
        assertThat(used).isEqualTo(messages);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(contract.findValues("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                contract.at(reference.stringValue().substring(1))
                                        .isMissingNode())
                        .as(reference.stringValue())
                        .isFalse());
    }

    /** The constants of one property in the messages whose name ends like that. */
    private Set<String> words(String ending, String property) {
        Set<String> words = new TreeSet<>();
        contract.at("/components/messages").properties().stream()
                .filter(message -> message.getKey().endsWith(ending))
                .map(message -> message.getValue().at("/payload/properties/" + property + "/const"))
                .filter(JsonNode::isString)
                .forEach(word -> words.add(word.stringValue()));
        return words;
    }

    private static String name(JsonNode reference) {
        String path = reference.path("$ref").stringValue();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

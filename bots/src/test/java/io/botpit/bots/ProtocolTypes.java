package io.botpit.bots;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The types of the protocol for TypeScript, made of its description. */
final class ProtocolTypes {
    private static final String DATA = "data of the reply: ";

    private final JsonNode components;
    private final StringBuilder text = new StringBuilder();
    private final List<String> requests = new ArrayList<>();
    private final List<String> pushes = new ArrayList<>();
    private final List<String> feed = new ArrayList<>();

    private ProtocolTypes(JsonNode components) {
        this.components = components;
    }

    /** The text of {@code protocol.ts}. */
    static String of(String asyncApi) {
        return new ProtocolTypes(new YAMLMapper().readTree(asyncApi).get("components")).text();
    }

    private String text() {
        text.append("// Made from docs/protocol/asyncapi.yaml by ProtocolTypes; change that instead.\n");
        components.get("schemas").forEachEntry((name, schema) -> {
            comment(schema.path("description").asString(""));
            text.append("export type ")
                    .append(name)
                    .append(" = ")
                    .append(type(schema, ""))
                    .append(";\n");
        });
        StringJoiner data = new StringJoiner(";\n  ", "export interface ReplyData {\n  ", ";\n}\n");
        components.get("messages").forEachEntry((name, message) -> {
            JsonNode members = message.get("payload").path("properties");
            if (members.has("cmd")) {
                declare(name + "Request", message, requests);
                String command = members.get("cmd").get("const").asString();
                data.add(command + ": " + message.get("description").asString().substring(DATA.length()));
            } else if (members.has("type")) {
                declare(name, message, members.has("seq") ? pushes : feed);
            }
        });
        union("Request", "What a client sends.", requests);
        union("Push", "What a client that subscribed receives unasked.", pushes);
        union("FeedFrame", "What the public feed sends.", feed);
        comment("What `data` of the reply to a command is, when it was done.");
        return text.append(data).toString();
    }

    private void declare(String name, JsonNode message, List<String> among) {
        among.add(name);
        comment(message.path("summary").asString(""));
        text.append("export interface ").append(name).append(" ");
        text.append(type(message.get("payload"), "")).append("\n");
    }

    private void union(String name, String comment, List<String> members) {
        comment(comment);
        text.append("export type ").append(name).append(" =\n  | ");
        text.append(String.join("\n  | ", members)).append(";\n");
    }

    private void comment(String words) {
        text.append(words.isEmpty() ? "\n" : "\n/** " + words + " */\n");
    }

    private static String type(JsonNode schema, String indent) {
        if (schema.has("$ref")) {
            String to = schema.get("$ref").asString();
            return to.substring(to.lastIndexOf('/') + 1);
        }
        if (schema.has("const")) {
            return '"' + schema.get("const").asString() + '"';
        }
        if (schema.has("enum")) {
            return oneOf(schema.get("enum"), "\"%s\"");
        }
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return oneOf(type, "%s").replace("integer", "number");
        }
        return switch (type.asString("")) {
            case "" -> "unknown";
            case "integer" -> "number";
            case "array" -> type(schema.get("items"), indent) + "[]";
            case "object" -> object(schema, indent);
            case String word -> word;
        };
    }

    private static String oneOf(JsonNode words, String form) {
        return words.valueStream().map(word -> form.formatted(word.asString())).collect(Collectors.joining(" | "));
    }

    private static String object(JsonNode schema, String indent) {
        if (schema.has("additionalProperties")) {
            return "Record<string, " + type(schema.get("additionalProperties"), indent) + ">";
        }
        if (!schema.has("properties")) {
            return "Record<string, never>";
        }
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        StringBuilder members = new StringBuilder("{\n");
        for (Map.Entry<String, JsonNode> member : schema.get("properties").properties()) {
            members.append(indent).append("  ").append(member.getKey());
            members.append(required.contains(member.getKey()) ? ": " : "?: ");
            members.append(type(member.getValue(), indent + "  ")).append(";\n");
        }
        return members.append(indent).append("}").toString();
    }
}

package io.botpit.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A bot to begin with, one for each language: its files, and how it is started. The texts are on the class path. */
enum Starter {
    /** Its SDK is a jar, made of the class path. */
    JAVA("java -cp botpit-sdk.jar MyBot.java"),
    PYTHON("python3 bot.py"),
    TYPESCRIPT("node bot.ts");

    /** What the texts call the bot. */
    private static final String PLACEHOLDER = "my-bot";

    private final String command;

    Starter(String command) {
        this.command = command;
    }

    /** Runs it, from its folder; behind it comes the address of a server. */
    String command() {
        return command;
    }

    /** Writes all files into a folder that is there and empty. */
    void write(Path folder, String name) throws IOException {
        for (String file : files()) {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.writeString(target, text(file).replace(PLACEHOLDER, name));
        }
        if (this == JAVA) {
            SdkJar.write(folder.resolve("botpit-sdk.jar"));
        }
    }

    private List<String> files() {
        return switch (this) {
            case JAVA -> List.of("README.md", "MyBot.java");
            case PYTHON -> List.of("README.md", "bot.py", "botpit.py");
            case TYPESCRIPT ->
                List.of(
                        "README.md",
                        "bot.ts",
                        "package.json",
                        "tsconfig.json",
                        "botpit/botpit.ts",
                        "botpit/conversation.ts",
                        "botpit/decimal.ts",
                        "botpit/frames.ts",
                        "botpit/protocol.ts",
                        "botpit/sight.ts",
                        "botpit/view.ts");
        };
    }

    private String text(String file) throws IOException {
        String resource = "/starter/" + name().toLowerCase(Locale.ROOT) + "/" + file;
        try (InputStream in = Starter.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("this program comes without " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package io.botpit.server.cli;

import io.botpit.game.rules.GameRules;
import picocli.CommandLine.IVersionProvider;

/** Which program this is. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {line()};
    }

    static String line() {
        return "botpit " + number() + ", behaviour " + GameRules.BEHAVIOR_VERSION + ", Java "
                + System.getProperty("java.version");
    }

    /** From the jar's manifest; a build folder has none. */
    static String number() {
        String number = Version.class.getPackage().getImplementationVersion();
        return number == null ? "development" : number;
    }
}

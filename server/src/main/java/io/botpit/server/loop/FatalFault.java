package io.botpit.server.loop;

/**
 * Told when the machine is broken, for example when a journal cannot be written: the process has to stop and exit with
 * an error, so that the next one replays what is stored. Called on any thread; must return at once.
 */
@FunctionalInterface
public interface FatalFault {
    void report(String what, Throwable cause);
}

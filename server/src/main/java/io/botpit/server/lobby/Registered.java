package io.botpit.server.lobby;

/** What came of a registration. */
public sealed interface Registered permits Registered.Welcome, Refused {
    /**
     * There is a new account.
     *
     * @param token shown once; only its hash is kept
     */
    record Welcome(Account account, String token) implements Registered {
        @Override
        public String toString() {
            return "Welcome[" + account + "]";
        }
    }
}

package io.botpit.protocol.rest;

/** What an act of the admin on a tournament led to; {@code act} such as {@code start}. */
public record TournamentActed(String act, String tournament) implements RestBody {}

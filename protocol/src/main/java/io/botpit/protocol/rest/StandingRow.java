package io.botpit.protocol.rest;

import java.util.Map;

/**
 * One row of a game's table.
 *
 * @param place 1 is best; equal scores share a place
 * @param house whether the server itself runs this player
 * @param equity all holdings at the mark
 * @param score equity minus what the starting wallet is worth at the same mark
 * @param wallet free and held together, by asset
 */
public record StandingRow(
        int place, String name, boolean house, String equity, String score, Map<String, String> wallet) {}

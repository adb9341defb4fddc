package io.botpit.protocol.rest;

import java.util.Map;

/**
 * How the server is.
 *
 * @param status {@code up} or {@code down}
 * @param durability what an acknowledged command survives
 * @param checks each by name: {@code ok} or what is wrong
 */
public record HealthBody(String status, String durability, Map<String, String> checks) implements RestBody {}

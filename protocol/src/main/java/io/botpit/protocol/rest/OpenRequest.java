package io.botpit.protocol.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The game that the admin wants to be opened; what is absent is as the preset has it.
 *
 * @param title for people; absent: the preset's name
 * @param preset absent: {@code classic}
 * @param scenario name of the world it is played in; absent: none. Its preset is its own
 * @param seconds time limit, 0 for none; absent: the preset's
 * @param users who may play; its fields stand beside the others
 * @param paused whether it waits for the admin's start
 * @param closing how it closes
 * @param limits what a player may have at most
 * @param isDefault whether it is the default game from now on
 */
public record OpenRequest(
        @Nullable String title,
        @Nullable String preset,
        @Nullable String scenario,
        @Nullable Integer seconds,
        @JsonUnwrapped Users users,
        @Nullable Boolean paused,
        @Nullable ClosingRequest closing,
        @Nullable LimitsRequest limits,
        @JsonProperty("default") @Nullable Boolean isDefault) {
    public static final OpenRequest EMPTY =
            new OpenRequest(null, null, null, null, new Users(null, null), null, null, null, null);

    /**
     * Who may play.
     *
     * @param userLimit how many users the game takes, house bots aside; 0 for any number
     * @param whitelist names that may play; the game starts when all are connected. Empty: anybody
     */
    public record Users(
            @Nullable Integer userLimit, @Nullable List<@Nullable String> whitelist) {}
}

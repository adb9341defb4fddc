package io.botpit.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

/** Writes the page's frames as JSON. Any thread. */
public final class SpectatorFrames {
    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    ignored -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    public String write(SpectatorFrame frame) {
        return mapper.writeValueAsString(frame);
    }
}

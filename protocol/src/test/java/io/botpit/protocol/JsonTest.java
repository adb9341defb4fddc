package io.botpit.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void anObjectTakesItsMembersOver() {
        Json.Members members = Json.object().put("price", "1.5");
        Json.ObjectValue object = members.build();

        assertThatThrownBy(() -> members.put("size", "2")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(members::build).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> object.members().put("size", Json.NULL))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(object).isEqualTo(Json.object().put("price", "1.5").build());
    }
}

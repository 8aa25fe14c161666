package org.pixazo.mcp.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceUriTest {

    @Test
    void addresses_are_read_as_they_are_made() {
        assertThat(ResourceUri.parse(ResourceUri.image(7))).contains(new ResourceUri("images", 7, false));
        assertThat(ResourceUri.parse(ResourceUri.chat(8))).contains(new ResourceUri("chats", 8, false));
        assertThat(ResourceUri.parse(ResourceUri.chatJson(9))).contains(new ResourceUri("chats", 9, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pixazo://images/",
                "pixazo://images/x",
                "pixazo://images/1.json",
                "pixazo://images/../1",
                "pixazo://images/9999999999999999999",
                "pixazo://prompts/1",
                "file:///etc/passwd"
            })
    void everything_else_is_no_address(String text) {
        assertThat(ResourceUri.parse(text)).isEmpty();
    }
}

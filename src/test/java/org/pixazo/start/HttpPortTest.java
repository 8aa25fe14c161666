package org.pixazo.start;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.pixazo.settings.entity.WrongSettingException;

class HttpPortTest {

    @Test
    void aPortInUseIsAWrongSetting() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> HttpPort.requireFree(taken.getLocalPort()))
                    .isInstanceOf(WrongSettingException.class)
                    .hasMessageStartingWith("PIXAZO_PORT: port " + taken.getLocalPort() + " can't be used");
        }
    }
}

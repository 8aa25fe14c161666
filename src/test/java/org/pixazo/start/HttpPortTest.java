package org.pixazo.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPortTest {

    @Test
    void anUnsetOrEmptyPortIsTheDefault() {
        assertThat(HttpPort.parse(null)).isEqualTo(8080);
        assertThat(HttpPort.parse("")).isEqualTo(8080);
    }

    @Test
    void takesThePortsThatExist() {
        assertThat(HttpPort.parse("1")).isEqualTo(1);
        assertThat(HttpPort.parse(" 9000 ")).isEqualTo(9000);
        assertThat(HttpPort.parse("65535")).isEqualTo(65_535);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "+80", "80a", "8080.0", "eight", "99999999999", "٨٠٨٠", "80\n81"})
    void aWrongPortIsOneLineThatNamesVariableFaultAndWhatIsAllowed(String value) {
        assertThatThrownBy(() -> HttpPort.parse(value))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith("PIXAZO_PORT: ")
                .hasMessageContaining("from 1 to 65535")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("\n");
    }

    @Test
    void aPortInUseIsAWrongSetting() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> HttpPort.requireFree(taken.getLocalPort()))
                    .isInstanceOf(WrongSettingException.class)
                    .hasMessageStartingWith("PIXAZO_PORT: port " + taken.getLocalPort() + " can't be used");
        }
    }
}

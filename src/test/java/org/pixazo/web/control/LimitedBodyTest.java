package org.pixazo.web.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.Test;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.errors.entity.TooLargeException;

class LimitedBodyTest {

    @Test
    void a_body_of_the_greatest_size_is_read_whole() throws IOException {
        assertThat(new LimitedBody(bytes(10), 10).readAllBytes()).hasSize(10);
    }

    @Test
    void a_larger_one_is_refused() {
        assertThatThrownBy(() -> new LimitedBody(bytes(11), 10).readAllBytes()).isInstanceOf(TooLargeException.class);
    }

    @Test
    void one_that_breaks_off_is_the_clients_fault() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset");
            }
        };

        assertThatThrownBy(() -> new LimitedBody(new SequenceInputStream(bytes(3), broken), 10).readAllBytes())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("breaks off");
    }

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }
}

package org.pixazo.monitoring.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StructuredLogTest {

    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("org.pixazo");
    private List<Handler> before;

    @BeforeEach
    void removeHandlers() {
        before = List.of(root.getHandlers());
        before.forEach(root::removeHandler);
    }

    @AfterEach
    void restoreHandlers() {
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        before.forEach(root::addHandler);
    }

    @Test
    void formatsTheConsoleOfTheServerAndPutsItBack() {
        ConsoleHandler console = new ConsoleHandler();
        SimpleFormatter formatter = new SimpleFormatter();
        console.setFormatter(formatter);
        root.addHandler(console);

        StructuredLog log = StructuredLog.begin(List.of());

        assertThat(console.getFormatter()).isInstanceOf(JsonFormatter.class);
        assertThat(ours.getHandlers()).isEmpty();
        log.end();
        assertThat(console.getFormatter()).isSameAs(formatter);
    }

    @Test
    void writesByItselfWhereTheServerHasHandlersOfItsOwn() {
        StructuredLog log = StructuredLog.begin(List.of());

        assertThat(ours.getHandlers()).hasSize(1);
        assertThat(ours.getUseParentHandlers()).isFalse();
        log.end();
        assertThat(ours.getHandlers()).isEmpty();
        assertThat(ours.getUseParentHandlers()).isTrue();
    }
}

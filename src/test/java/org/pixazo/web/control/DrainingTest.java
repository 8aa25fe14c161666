package org.pixazo.web.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.errors.entity.UnavailableException;
import org.pixazo.web.entity.ShutdownStarted;

class DrainingTest {

    private final List<Object> fired = new ArrayList<>();
    private final Draining draining = new Draining();

    @BeforeEach
    @SuppressWarnings("unchecked")
    void listen() {
        draining.started = (Event<ShutdownStarted>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, given) -> {
                    assertThat(draining.hasBegun())
                            .as("told before observers run")
                            .isTrue();
                    fired.add(given[0]);
                    return null;
                });
    }

    @Test
    void takesWorkUntilItBegins() {
        assertThat(draining.hasBegun()).isFalse();
        assertThatCode(draining::refuseNewWork).doesNotThrowAnyException();
    }

    @Test
    void tellsOnceHoweverManyBeginIt() {
        draining.begin();
        draining.begin();

        assertThat(fired).containsExactly(new ShutdownStarted());
    }

    @Test
    void refusesNewWorkAndSaysWhenToComeBack() {
        draining.begin();

        assertThatThrownBy(draining::refuseNewWork).isInstanceOfSatisfying(UnavailableException.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.retryAfterSeconds()).isPositive();
        });
    }
}

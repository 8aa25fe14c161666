package org.pixazo.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class DrainTest {

    /** What the application registers. */
    public interface WorkMBean {
        void drain() throws InterruptedException;
    }

    public record Work(AtomicInteger calls, CountDownLatch mayEnd) implements WorkMBean {
        @Override
        public void drain() throws InterruptedException {
            calls.incrementAndGet();
            mayEnd.await();
        }
    }

    @Test
    void isNothingWithoutAnApplication() {
        Drain.run(Duration.ofSeconds(5));
    }

    @Test
    void waitsForTheApplicationButNotForever() throws JMException {
        Work work = new Work(new AtomicInteger(), new CountDownLatch(1));
        ObjectName name = new ObjectName(Drain.NAME);
        ManagementFactory.getPlatformMBeanServer().registerMBean(work, name);
        try {
            Drain.run(Duration.ofMillis(200));
            assertThat(work.calls()).hasValue(1);

            work.mayEnd().countDown();
            Drain.run(Duration.ofMinutes(1));
            assertThat(work.calls()).hasValue(2);
        } finally {
            work.mayEnd().countDown();
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        }
    }
}

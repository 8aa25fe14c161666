package org.pixazo.usage.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.accounts.entity.Caller;
import org.pixazo.accounts.entity.KeyLimits;
import org.pixazo.models.entity.ModelPrice;
import org.pixazo.monitoring.control.Metrics;
import org.pixazo.providers.entity.TokenUsage;
import org.pixazo.usage.entity.CallEnd;
import org.pixazo.usage.entity.CallStatus;
import org.pixazo.usage.entity.Channel;
import org.pixazo.usage.entity.NewCall;

class LedgerWriterTest {

    private static final ModelPrice PRICE = new ModelPrice(BigDecimal.ONE, BigDecimal.TEN, null);

    private final LedgerWriter writer = new LedgerWriter();
    private final RememberedWrites writes = new RememberedWrites();

    @BeforeEach
    void prepare() {
        writer.writes = writes;
        writer.metrics = new Metrics();
        writer.counted = new CallMetrics();
        writer.counted.metrics = writer.metrics;
        // Nothing is written by itself here, only by flush().
        writer.executor = (ManagedExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, args) -> null);
        writer.prepare();
    }

    @Test
    void a_call_that_begins_and_ends_within_a_batch_is_one_row_written_once() {
        Call call = begun();
        call.firstByte();
        call.end(complete());
        assertThat(writer.flush()).isTrue();
        assertThat(writes.lines).hasSize(1);
        assertThat(writes.lines.get(0).status()).isEqualTo(CallStatus.COMPLETE);
        assertThat(writes.lines.get(0).cost())
                .as("7 times 1 and 5 times 10 millionths")
                .isEqualTo(57_000L);
    }

    @Test
    void a_long_call_is_a_row_that_changes() {
        Call call = begun();
        writer.flush();
        call.end(complete());
        writer.flush();
        assertThat(writes.lines).extracting(CallLine::status).containsExactly(CallStatus.RUNNING, CallStatus.COMPLETE);
        assertThat(writes.lines).extracting(CallLine::id).containsExactly(null, 1L);
    }

    @Test
    void what_could_not_be_written_is_written_once_later_though_it_ended_meanwhile() {
        Call call = begun();
        Call other = begun();
        writes.broken = true;
        assertThat(writer.flush()).isFalse();
        call.end(complete());
        assertThat(writer.flush()).isFalse();
        writes.broken = false;
        assertThat(writer.flush()).isTrue();
        assertThat(writes.lines)
                .extracting(CallLine::status)
                .containsExactlyInAnyOrder(CallStatus.COMPLETE, CallStatus.RUNNING);
        other.end(complete());
        writer.flush();
        assertThat(writes.lines).hasSize(3);
    }

    @Test
    void a_call_ends_once() {
        Call call = begun();
        call.end(new CallEnd(CallStatus.ABORTED, null, null));
        call.end(complete());
        call.withdraw();
        writer.flush();
        assertThat(writes.lines).hasSize(1);
        CallLine line = writes.lines.get(0);
        assertThat(line.status()).isEqualTo(CallStatus.ABORTED);
        assertThat(line.promptTokens()).as("the estimate stands").isEqualTo(40);
        assertThat(line.tokensEstimated()).isTrue();
    }

    @Test
    void a_withdrawn_call_leaves_no_row() {
        begun().withdraw();
        Call late = begun();
        writer.flush();
        late.withdraw();
        writer.flush();
        assertThat(writes.lines).extracting(CallLine::dropped).containsExactly(true, false, true);
        assertThat(writes.lines.get(0).id()).isNull();
        assertThat(writes.lines.get(2).id()).isEqualTo(1L);
    }

    @Test
    void a_call_costs_what_the_provider_costs_that_answers() {
        Call call = begun();
        call.answeredBy("spare");
        call.end(complete());
        writer.flush();
        assertThat(writes.lines.get(0).provider()).isEqualTo("spare");
        assertThat(writes.lines.get(0).cost()).isNull();
    }

    private Call begun() {
        NewCall asked = NewCall.text(Caller.ofWork(1, null, KeyLimits.NONE), Channel.V1, "grok-4", "grok", 40, 0);
        Call call =
                new Call(asked, "request", provider -> provider.equals("grok") ? PRICE : null, null, null, writer::add);
        call.write();
        return call;
    }

    private static CallEnd complete() {
        return new CallEnd(CallStatus.COMPLETE, 200, new TokenUsage(7, 5, false));
    }

    /** A database in memory, which gives ids only to rows that change once more. */
    private static final class RememberedWrites extends UsageWrites {

        private final List<CallLine> lines = new ArrayList<>();
        private boolean broken;
        private long lastId;

        @Override
        public List<Long> write(List<CallLine> batch) {
            if (broken) {
                throw new IllegalStateException("The database is away");
            }
            List<Long> ids = new ArrayList<>();
            for (CallLine line : batch) {
                lines.add(line);
                boolean needed = line.id() == null && line.status() == CallStatus.RUNNING;
                ids.add(needed ? ++lastId : null);
            }
            return ids;
        }
    }
}

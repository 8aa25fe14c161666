package org.pixazo.usage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pixazo.monitoring.control.Metrics;

/** Counts settled calls for monitoring systems. */
@ApplicationScoped
class CallMetrics {

    @Inject
    Metrics metrics;

    private record Group(String channel, String model, String status) {}

    /** Adds up first, since a batch has many calls of few groups. */
    void add(List<CallLine> lines) {
        Map<Group, long[]> sums = new HashMap<>();
        for (CallLine line : lines) {
            long[] sum = sums.computeIfAbsent(
                    new Group(line.channel(), line.model(), line.status().word()), group -> new long[3]);
            sum[0]++;
            sum[1] += line.promptTokens();
            sum[2] += line.completionTokens();
        }
        sums.forEach((group, sum) -> {
            String[] tags = {"channel", group.channel(), "model", group.model(), "status", group.status()};
            metrics.add("usage.calls", "Calls of models that ended", sum[0], tags);
            metrics.add("usage.tokens.prompt", "Tokens sent to models", sum[1], tags);
            metrics.add("usage.tokens.completion", "Tokens that models wrote", sum[2], tags);
        });
    }
}

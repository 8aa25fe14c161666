package org.pixazo.mcp.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.pixazo.mcp.entity.RpcException;

/** Tells of changes until the client hangs up. The one list whose changes are told is that of the prompts. */
@ApplicationScoped
public class SubscriptionsListen implements Method {

    public static final String NAME = "subscriptions/listen";
    public static final String PROMPTS_CHANGED = "notifications/prompts/list_changed";

    private static final String PROMPTS = "promptsListChanged";
    private static final int MOST_OF_A_USER = 20;
    private static final int TOO_MANY = 429;

    @Inject
    OpenStreams streams;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean withoutHandshake() {
        return true;
    }

    /** Parameters that name the subscription to which a notification belongs. */
    public static Map<String, Object> params(Exchange exchange) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put(
                "_meta",
                Map.of(
                        "io.modelcontextprotocol/subscriptionId",
                        exchange.request().id()));
        return params;
    }

    @Override
    public CompletionStage<Map<String, Object>> answer(Exchange exchange) {
        if (streams.endless(exchange.caller().userId()) >= MOST_OF_A_USER) {
            throw new RpcException(
                    RpcException.REFUSED, TOO_MANY, "A user may listen " + MOST_OF_A_USER + " times at once.", null);
        }
        boolean prompts =
                exchange.request().params().path("notifications").path(PROMPTS).asBoolean(false);
        exchange.listen(prompts, () -> {
            Map<String, Object> acknowledged = params(exchange);
            acknowledged.put("notifications", prompts ? Map.of(PROMPTS, true) : Map.of());
            exchange.notify("notifications/subscriptions/acknowledged", acknowledged);
        });
        CompletableFuture<Map<String, Object>> hungUp = new CompletableFuture<>();
        exchange.whenCancelled(() -> hungUp.complete(Map.of()));
        return hungUp;
    }
}

package org.pixazo.mcp.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.pixazo.mcp.control.Exchange;
import org.pixazo.mcp.control.Methods;
import org.pixazo.mcp.control.OpenStreams;
import org.pixazo.mcp.control.RpcAnswers;
import org.pixazo.mcp.entity.RpcException;
import org.pixazo.web.control.RequestId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers requests: at once what is known at once, and by a {@link Reply} that holds no thread what takes its time. */
@ApplicationScoped
class Answering {

    @Inject
    Methods methods;

    @Inject
    OpenStreams streams;

    @Resource(lookup = "java:app/concurrent/work")
    ManagedExecutorService executor;

    void answer(HttpServletRequest request, HttpServletResponse response, Exchange exchange) throws IOException {
        CompletableFuture<ObjectNode> answer = methods.answer(exchange).toCompletableFuture();
        if (answer.isDone() && Http.takes(request, Http.JSON)) {
            exchange.answered();
            atOnce(response, exchange, answer);
        } else {
            later(request, response, exchange, answer);
        }
    }

    private static void atOnce(HttpServletResponse response, Exchange exchange, CompletableFuture<ObjectNode> answer)
            throws IOException {
        Throwable failure = answer.handle((result, thrown) -> thrown).join();
        if (failure != null) {
            RpcException told = RpcAnswers.failure(failure);
            // Before there was a revision without handshake, an error was an answer like any other.
            if (exchange.stateless() || told.rpcCode() == RpcException.INTERNAL_ERROR) {
                response.setStatus(told.status());
            }
            Http.write(response, RpcAnswers.error(exchange.request().id(), told));
            return;
        }
        Http.write(response, message(exchange, answer.join(), null));
    }

    private void later(
            HttpServletRequest request,
            HttpServletResponse response,
            Exchange exchange,
            CompletableFuture<ObjectNode> answer) {
        boolean events = Http.takes(request, Http.EVENTS);
        Reply reply = new Reply(request.startAsync(request, response), exchange, streams, events);
        reply.open();
        String requestId = RequestId.current();
        answer.whenCompleteAsync(
                (result, failure) -> RequestId.run(requestId, () -> finish(reply, exchange, result, failure)),
                executor);
    }

    private static void finish(Reply reply, Exchange exchange, ObjectNode result, Throwable failure) {
        exchange.answered();
        if (exchange.cancelled()) {
            // The protocol wants no answer to a request that was cancelled.
            reply.close();
        } else {
            reply.finish(message(exchange, result, failure));
        }
    }

    private static JsonNode message(Exchange exchange, ObjectNode result, Throwable failure) {
        JsonNode id = exchange.request().id();
        return failure == null ? RpcAnswers.result(id, result) : RpcAnswers.error(id, RpcAnswers.failure(failure));
    }
}

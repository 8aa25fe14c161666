package org.pixazo.chats.entity;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/**
 * How full the window of the chat's model is, and what the branch has cost.
 *
 * @param model catalogue id of the model that would answer now
 * @param contextWindow tokens that it takes; null where that is not known
 * @param assumedWindow tokens that are counted on then; null where the window is known
 * @param messages how many the branch has
 * @param tokens estimate of what the model would be sent now
 * @param leftOut how many of the oldest messages would be left out
 * @param promptTokens sent for all answers of the branch so far
 * @param completionTokens received for them
 * @param cost US dollars for these, by today's prices; null where no price is known
 * @param costComplete whether the prices of all answers are known
 */
public record ChatGauge(
        @NotNull String model,
        Integer contextWindow,
        Integer assumedWindow,
        int messages,
        long tokens,
        int leftOut,
        long promptTokens,
        long completionTokens,
        BigDecimal cost,
        boolean costComplete) {}

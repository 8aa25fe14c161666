package org.pixazo.models.entity;

import java.math.BigDecimal;
import org.pixazo.schema.entity.Dollars;

/**
 * What a model costs, in US dollars; null where that is unknown or does not apply.
 *
 * @param promptPerMillion a million tokens of questions
 * @param completionPerMillion a million tokens of answers
 * @param perImage one picture
 */
public record ModelPrice(BigDecimal promptPerMillion, BigDecimal completionPerMillion, BigDecimal perImage) {

    /** Costs nothing. */
    public static final ModelPrice FREE = new ModelPrice(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private static final int MILLION = 6;

    /**
     * The price of text.
     *
     * @return billionths of a US dollar; null where the price is unknown
     */
    public Long ofTokens(long prompt, long completion) {
        if (promptPerMillion == null || completionPerMillion == null) {
            return null;
        }
        BigDecimal millionths = promptPerMillion
                .multiply(BigDecimal.valueOf(prompt))
                .add(completionPerMillion.multiply(BigDecimal.valueOf(completion)));
        return Dollars.billionths(millionths.movePointLeft(MILLION));
    }

    /**
     * The price of pictures.
     *
     * @return billionths of a US dollar; null where the price is unknown
     */
    public Long ofImages(int images) {
        return perImage == null ? null : Dollars.billionths(perImage.multiply(BigDecimal.valueOf(images)));
    }
}

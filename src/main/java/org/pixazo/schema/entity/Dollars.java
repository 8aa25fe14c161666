package org.pixazo.schema.entity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of US dollars as the database keeps them: whole billionths, so that the price of one token is exact. */
public final class Dollars {

    private static final int DIGITS = 9;

    private Dollars() {}

    /** Billionths, rounded half up. */
    public static long billionths(BigDecimal dollars) {
        return dollars.setScale(DIGITS, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    /** Dollars without needless zeros; null for null. */
    public static BigDecimal of(Long billionths) {
        if (billionths == null) {
            return null;
        }
        BigDecimal dollars = BigDecimal.valueOf(billionths, DIGITS).stripTrailingZeros();
        return dollars.scale() < 0 ? dollars.setScale(0) : dollars;
    }
}

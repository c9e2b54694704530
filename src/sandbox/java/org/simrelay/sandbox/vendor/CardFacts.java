package org.simrelay.sandbox.vendor;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What the simulator "knows" about a card of the inventory: always the same for the same number. */
final class CardFacts {
    private static final double SCALE = 0x1.0p-53;

    private final long hash;
    private final Mix mix;

    CardFacts(String card, Mix mix) {
        long h = 1;
        for (int i = 0; i < card.length(); i++) {
            h = 31 * h + card.charAt(i);
        }
        this.hash = Mix64.of(h);
        this.mix = mix;
    }

    boolean isUnknown() {
        return share("unknown") < mix.unknown();
    }

    boolean hasNoData(IotbosQuery query) {
        return share(query.name()) < mix.noData();
    }

    boolean hasNumericStrings() {
        return share("strings") < mix.numericStrings();
    }

    boolean isNegative() {
        return share("negative") < mix.negativeFlow();
    }

    boolean isActive() {
        return state().equals("已激活");
    }

    String state() {
        long percent = number("state", 100);
        if (percent < 90) {
            return "已激活";
        }
        return percent < 94 ? "已禁用" : percent < 97 ? "测试期" : "静默期";
    }

    String expireDate() {
        return LocalDate.of(2027, 1, 1)
                        .plusDays(number("expiry", 700))
                        .toString()
                        .replace('-', '/') + " 00:00:00";
    }

    /** A whole number for most cards, one with two decimals for the others: the type is decimal, the example an integer. */
    BigDecimal flow(String what) {
        return number(what + "-digits", 4) == 0
                ? BigDecimal.valueOf(number(what, 5_000_000), 2)
                : BigDecimal.valueOf(number(what, 50_000));
    }

    /** A number below {@code bound}, by what it stands for. */
    long number(String what, long bound) {
        return Math.floorMod(Mix64.of(hash ^ what.hashCode()), bound);
    }

    private double share(String what) {
        return (Mix64.of(hash ^ what.hashCode()) >>> 11) * SCALE;
    }
}

package org.simrelay.account;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the polls of an account need of its pace, so that each sweep can end before its timer fires again. */
public final class PaceDemand {

    private final String account;
    private final double perSecond;
    private final Map<String, Duration> periods = new ConcurrentSkipListMap<>();
    private final Map<String, Long> requests = new ConcurrentSkipListMap<>();
    private @Nullable String told;

    /**
     * @param account as its settings begin, {@code <vendor>.<account>}
     * @param perSecond its pace in requests a second
     */
    PaceDemand(String account, double perSecond) {
        this.account = account;
        this.perSecond = perSecond;
    }

    /** A poll's timer fires again after so long. */
    public void fires(String poll, Duration period) {
        periods.put(poll, period);
    }

    /** A poll's sweep asks for so many cards, with so many in one request at most. */
    public void takes(String poll, long cards, int mostPerRequest) {
        requests.put(poll, (cards + mostPerRequest - 1) / mostPerRequest);
    }

    /** Why sweeps will be skipped, with the remedy; null where the pace is enough or the same was told before. */
    public synchronized @Nullable String takeWarning() {
        double needed = requests.keySet().stream().mapToDouble(this::rate).sum();
        if (needed <= perSecond) {
            return null;
        }
        String polls = requests.entrySet().stream()
                .filter(poll -> periods.containsKey(poll.getKey()))
                .map(poll -> poll.getKey() + ": " + poll.getValue() + " in "
                        + words(periods.getOrDefault(poll.getKey(), Duration.ZERO)))
                .collect(Collectors.joining(", "));
        String reason = String.format(
                Locale.ROOT,
                "%s.requests-per-second is %s, but %.1f are needed for sweeps that end before their timers fire again (%s);"
                        + " some will be skipped: raise it, ask for more cards at once, or let the timers fire less often",
                account,
                perSecond,
                needed,
                polls);
        if (reason.equals(told)) {
            return null;
        }
        told = reason;
        return reason;
    }

    private double rate(String poll) {
        Duration period = periods.get(poll);
        return period == null ? 0 : requests.getOrDefault(poll, 0L) * 1000d / Math.max(1, period.toMillis());
    }

    private static String words(Duration period) {
        return period.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}

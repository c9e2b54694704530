package org.simrelay.cluster;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jspecify.annotations.Nullable;
import org.simrelay.jvm.EachTurn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of this process's membership: joins, stays, makes a consumer that broke anew, and leaves. */
final class GroupThread {

    private static final Logger LOG = LoggerFactory.getLogger(GroupThread.class);

    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final int MOST_DOUBLINGS = 4;
    private static final int MOST_JOIN_SECONDS = 15;

    private final Function<Runnable, Membership> maker;
    private final Watchdog watchdog;
    private final Consumer<String> fatal;
    private final StaticMember fixed;
    private final Joining joining = new Joining();
    private final Thread thread = new Thread(this::work, "cluster");
    private volatile @Nullable Group group;
    private volatile boolean closing;
    private boolean leaves;
    private int breaks;

    /**
     * Not started.
     *
     * @param maker makes a consumer and what is to be told of the first assignment
     * @param fatal is told why this process cannot be a member
     * @param fixed its name over restarts, or none
     */
    GroupThread(Function<Runnable, Membership> maker, Watchdog watchdog, Consumer<String> fatal, StaticMember fixed) {
        this.maker = maker;
        this.watchdog = watchdog;
        this.fatal = fatal;
        this.fixed = fixed;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** The newest membership, which commits are bound to; null before the first. */
    @Nullable ConsumerGroupMetadata member() {
        Group now = group;
        return now == null ? null : now.member().get();
    }

    /** Whether the group has said for the first time what is this process's. */
    Joining joining() {
        return joining;
    }

    /** Gives all accounts back and leaves the group; waits for it, but not for ever. */
    void close() {
        closing = true;
        Group now = group;
        if (now != null) {
            now.wake();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(MOST_JOIN_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        // without this thread the process would have its accounts for ever, and ask nothing
        EachTurn membership = new EachTurn("what follows the end of a membership", this::liveOnce);
        while (!closing) {
            membership.run();
            pause();
        }
    }

    private void liveOnce() {
        Membership now = null;
        try {
            now = maker.apply(joining::done);
            group = now.group();
            live(now.group());
        } catch (FencedInstanceIdException e) {
            end(now, fixed.taken());
        } catch (AuthorizationException e) {
            forbidden(now, e);
        } catch (RuntimeException | Error e) {
            LOG.error("the membership of the group broke, and is made anew", e);
            Membership.lose(now);
        } finally {
            Membership.close(now);
            if (leaves) {
                fixed.leave();
            }
        }
    }

    private void live(Group now) {
        now.join();
        while (!closing) {
            now.turn();
            if (now.member().isMember()) {
                breaks = 0;
            }
            if (watchdog.isToLeave()) {
                now.leave();
                return;
            }
        }
        leaves = true;
        now.leave();
    }

    /** At the start that is a setting to mend; a right that is taken later may come back, and the process has more to do. */
    private void forbidden(@Nullable Membership now, AuthorizationException why) {
        String words = GroupSettings.forbidden(why);
        if (!joining.isDone()) {
            end(now, words);
            return;
        }
        LOG.error("{}; tried again, and nothing is asked until then", words);
        Membership.lose(now);
    }

    private void end(@Nullable Membership now, String why) {
        closing = true;
        try {
            Membership.lose(now);
        } finally {
            joining.failed(why);
            fatal.accept(why);
        }
    }

    private void pause() {
        try {
            if (!closing) {
                Thread.sleep(FIRST_PAUSE_MILLIS << Math.min(breaks++, MOST_DOUBLINGS));
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }
}

package org.simrelay.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Lease;

/** The accounts that the group has given to this process, each from its assignment until it is given back or lost. Thread-safe. */
final class Tenures implements Lease {

    /** One account's time with this process. */
    static final class Tenure {

        private final String account;
        private volatile boolean begun;
        private volatile boolean over;

        private Tenure(String account) {
            this.account = account;
        }

        /** {@code /<vendor>/<account>}. */
        String account() {
            return account;
        }

        /** What is remembered is read: sweeps may begin. */
        void begin() {
            begun = true;
        }

        /** Whether sweeps may begin. */
        boolean hasBegun() {
            return begun && !over;
        }

        /** Whether the account was given back or lost. */
        boolean isOver() {
            return over;
        }
    }

    private final Map<String, Tenure> tenures = new ConcurrentHashMap<>();
    private final BooleanSupplier lease;

    /** @param lease whether the process is known to be a member of the group still */
    Tenures(BooleanSupplier lease) {
        this.lease = lease;
    }

    /** An account is this process's from now on; null where it is already. */
    @Nullable Tenure open(String account) {
        Tenure made = new Tenure(account);
        return tenures.putIfAbsent(account, made) == null ? made : null;
    }

    /** As {@link #open}, of many: those that were not this process's before. */
    List<Tenure> openAll(Collection<String> accounts) {
        return accounts.stream().map(this::open).filter(Objects::nonNull).toList();
    }

    /** Accounts are this process's no more; gives those that were. */
    List<Tenure> end(Collection<String> accounts) {
        List<Tenure> ended = new ArrayList<>();
        for (String account : accounts) {
            Tenure tenure = tenures.remove(account);
            if (tenure != null) {
                tenure.over = true;
                ended.add(tenure);
            }
        }
        return ended;
    }

    /** All of now. */
    List<Tenure> all() {
        return List.copyOf(tenures.values());
    }

    /** The accounts of now, {@code /<vendor>/<account>}. */
    List<String> accounts() {
        return List.copyOf(tenures.keySet());
    }

    @Override
    public Standing of(String account) {
        Tenure tenure = tenures.get(account);
        if (tenure == null || !tenure.hasBegun()) {
            return Standing.GONE;
        }
        return lease.getAsBoolean() ? Standing.HELD : Standing.UNSURE;
    }

    @Override
    public boolean mayFence(String account) {
        return tenures.containsKey(account) && lease.getAsBoolean();
    }
}

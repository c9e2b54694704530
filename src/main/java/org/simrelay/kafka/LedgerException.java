package org.simrelay.kafka;

/** Why a transaction of the ledger did not commit. */
public abstract sealed class LedgerException extends Exception {

    private static final long serialVersionUID = 1L;

    LedgerException(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }

    /** Another process writes under the same transactional id, or Kafka timed the transaction out: ask before fencing again. */
    public static final class Fenced extends LedgerException {
        private static final long serialVersionUID = 1L;

        Fenced(Throwable cause) {
            super(cause);
        }
    }

    /** The group has given out its accounts anew meanwhile. Nothing was committed, the producer goes on; with the newest membership it may do. */
    public static final class Moved extends LedgerException {
        private static final long serialVersionUID = 1L;

        Moved(Throwable cause) {
            super(cause);
        }

        /** It is over with that. */
        public Fenced given() {
            return new Fenced(this);
        }
    }

    /** This process may not fence the account now. */
    public static Away withheld(String account) {
        return new Away(new IllegalStateException(account + " is not known to be this process's now"));
    }

    /** What Kafka has already cannot be read now. */
    public static Away unread(RuntimeException why) {
        return new Away(why);
    }

    /** The account was lost. */
    public static Fenced lost(String account) {
        return new Fenced(new IllegalStateException(account + " is not this process's any more"));
    }

    /** Kafka did not answer in time: whether it committed is not known. The same records, with the same ids, are sent again. */
    public static final class Away extends LedgerException {
        private static final long serialVersionUID = 1L;

        Away(Throwable cause) {
            super(cause);
        }
    }

    /** A record is refused for its own sake: too large, or its topic may not be written. Nothing was committed; the producer goes on. */
    public static final class Refused extends LedgerException {
        private static final long serialVersionUID = 1L;

        private final int index;

        Refused(Throwable cause, int index) {
            super(cause);
            this.index = index;
        }

        /** The record's place in the list; only sent one by one is a verdict a record's own, else below zero. */
        public int index() {
            return index;
        }
    }
}

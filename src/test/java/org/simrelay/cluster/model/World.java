package org.simrelay.cluster.model;

/**
 * What a state consists of: what Kafka knows of one account, and two processes A and B. All is 0 at the start. A sweep has
 * {@link #CARDS} cards, asked one at a time.
 */
final class World {

    static final int CARDS = 2;

    /** In {@link #HOLDER}, {@link #PRODUCER}, {@link #OPEN}, {@link #TAKEN} and {@link #ENDED}: nobody; else A is 1 and B is 2. */
    static final int NOBODY = 0;

    /** In {@link #ENDED}: somebody who has begun anew since, and so must have read it. */
    static final int LONG_AGO = 3;

    // what the group's coordinator knows
    static final Field MEMBERS = new Field(0, 2);
    static final Field HOLDER = new Field(2, 2);

    // the account's transactional.id: whose producer is the newest, whose transaction is open
    static final Field PRODUCER = new Field(4, 2);
    static final Field OPEN = new Field(6, 2);

    // what is committed in the ledger: cards up to the checkpoint, who wrote the end
    static final Field CHECKPOINT = new Field(8, 2);
    static final Field ENDED = new Field(10, 2);

    // the cards that Kafka has acknowledged, or whose failure is committed
    static final Field TOLD = new Field(12, 2);

    // a transaction of another account in the same partition is open, and what stood before it
    static final Field NEIGHBOUR = new Field(14, 1);
    static final Field BEFORE_NEIGHBOUR = new Field(15, 2);
    static final Field ENDED_BEFORE_NEIGHBOUR = new Field(17, 1);

    // who fenced last while the coordinator had it as the holder; no part of any process's knowledge
    static final Field TAKEN = new Field(18, 2);

    private static final int SHARED = 20;
    static final int OWN = 17;

    /** The generation as a process has it: that of no member (-1), an old one, the group's. */
    static final int NO_GENERATION = 0;

    static final int OLD = 1;
    static final int CURRENT = 2;

    /** In {@link Machine#sent}: the record that says who owns the account, and no checkpoint. */
    static final int OWNER_RECORD = 3;

    static final Machine A = new Machine("A", 1, SHARED);
    static final Machine B = new Machine("B", 2, SHARED + OWN);

    private World() {}

    /** What one process knows; its consumer's part and that of the account's thread. */
    @SuppressWarnings("EnumOrdinal") // a state lives no longer than one search
    record Machine(String name, int id, int at) {
        Field whole() {
            return new Field(at, OWN);
        }

        Field generation() {
            return new Field(at, 2);
        }

        Field assigned() {
            return new Field(at + 2, 1);
        }

        Field phase() {
            return new Field(at + 3, 4);
        }

        Field hasRead() {
            return new Field(at + 7, 1);
        }

        Field position() {
            return new Field(at + 8, 2);
        }

        Field sawEnd() {
            return new Field(at + 10, 1);
        }

        Field heldFailures() {
            return new Field(at + 11, 1);
        }

        Field sent() {
            return new Field(at + 12, 2);
        }

        Field sentEnd() {
            return new Field(at + 14, 1);
        }

        /** The generation that the thread's transaction is to be bound to. */
        Field taken() {
            return new Field(at + 15, 2);
        }

        boolean isMember(long state) {
            return (MEMBERS.of(state) & id) != 0;
        }

        Phase now(long state) {
            return Phase.values()[phase().of(state)];
        }

        boolean is(long state, Phase phase) {
            return phase().of(state) == phase.ordinal();
        }

        long to(long state, Phase phase) {
            return phase().set(state, phase.ordinal());
        }

        /** The account's thread is over; what it knew is gone. */
        long over(long state) {
            long next = to(state, Phase.IDLE);
            for (Field field :
                    new Field[] {hasRead(), position(), sawEnd(), heldFailures(), sent(), sentEnd(), taken()}) {
                next = field.set(next, 0);
            }
            return ENDED.of(next) == id ? ENDED.set(next, LONG_AGO) : next;
        }
    }
}

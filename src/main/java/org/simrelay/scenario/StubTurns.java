package org.simrelay.scenario;

import java.util.concurrent.atomic.AtomicInteger;

/** A stub and how many requests it has answered. */
final class StubTurns {

    private final Stub stub;
    private final AtomicInteger taken = new AtomicInteger();

    StubTurns(Stub stub) {
        this.stub = stub;
    }

    Stub stub() {
        return stub;
    }

    int taken() {
        return taken.get();
    }

    /** Whether it answers once more. */
    boolean takes() {
        int before = taken.getAndUpdate(count -> count < stub.times() ? count + 1 : count);
        return before < stub.times();
    }
}

package org.simrelay.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Memory that ran out ends the process, wherever in a chain of causes it stands; nothing else does. */
class OutOfMemoryTest {

    private final List<Integer> exits = new ArrayList<>();
    private final OutOfMemory process = new OutOfMemory(exits::add);

    @Test
    void endsTheProcessThoughOthersHaveWrappedIt() {
        process.look(new IllegalStateException(new IOException(new OutOfMemoryError("Java heap space"))));
        assertThat(exits).containsExactly(OutOfMemory.EXIT);
    }

    @Test
    void leavesItAliveForAnythingElse() {
        process.look(null);
        process.look(new StackOverflowError());
        IllegalStateException circle = new IllegalStateException("a");
        circle.initCause(new IOException("b", circle));
        process.look(circle);
        assertThat(exits).isEmpty();
    }
}

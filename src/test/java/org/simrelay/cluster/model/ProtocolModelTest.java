package org.simrelay.cluster.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protocol of several machines, explored whole; and that each way to get it wrong is found. */
class ProtocolModelTest {

    @Test
    void noOrderOfStepsBreaksAPromise() {
        Search search = new Search(Variant.RIGHT);
        String counterExample = search.run();
        assertNull(counterExample, () -> "\n" + counterExample);
        assertTrue(search.states() > 100_000, "so few states are not the whole of it: " + search.states());
        assertEquals(0, search.stuck(), "states from which the sweep never ends");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            READ_BEFORE_FENCE          | the checkpoint falls
            READ_TO_LAST_STABLE_OFFSET | the checkpoint falls
            UNBOUND_AND_FENCED_AGAIN   | though another has taken the account
            MEMBERSHIP_MINUS_ONE       | though another has taken the account
            FENCED_AGAIN_UNASKED       | though another has taken the account
            MEMBERSHIP_OF_THE_PROCESS  | though another has taken the account
            NO_LEASE                   | asks, though it lost the account
            """)
    void aWrongProtocolIsFound(Variant variant, String broken) {
        String counterExample = new Search(variant).run();
        assertNotNull(counterExample, "no counter-example");
        assertTrue(counterExample.contains(broken), () -> "\n" + counterExample);
    }
}

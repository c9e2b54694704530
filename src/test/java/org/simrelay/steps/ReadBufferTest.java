package org.simrelay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadBufferTest {

    private static final int MOST = 200_000;

    private final ReadBuffer buffer = new ReadBuffer();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 8192, 65_535, 65_536, 65_537, 150_000, MOST, MOST + 10})
    void aStreamIsReadWholeOrUpToTheBound(int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        assertThat(buffer.read(new ByteArrayInputStream(bytes), MOST))
                .isEqualTo(Arrays.copyOf(bytes, Math.min(length, MOST)));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 70_000})
    void whatWasReadStaysAsItIsWhenTheNextIsRead(int length) throws IOException {
        byte[] first = buffer.read(new ByteArrayInputStream(new byte[length]), MOST);
        byte[] ones = new byte[length];
        Arrays.fill(ones, (byte) 1);
        assertThat(buffer.read(new ByteArrayInputStream(ones), MOST)).isEqualTo(ones);
        assertThat(first).isEqualTo(new byte[length]);
    }
}

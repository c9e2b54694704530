package org.simrelay.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** A program that has more to remember than memory, in a thread that dies of it or that swallows it. */
final class Hungry {

    private Hungry() {}

    public static void main(String[] args) throws InterruptedException {
        OutOfMemory.watch();
        boolean swallows = args[0].equals("swallows");
        Thread thread = new Thread(() -> eat(swallows));
        thread.start();
        // a service that waits for its signal, as if nothing were
        new CountDownLatch(1).await();
    }

    private static void eat(boolean swallows) {
        List<byte[]> eaten = new ArrayList<>();
        try {
            while (true) {
                eaten.add(new byte[(1 << 20) + eaten.size()]);
            }
        } catch (OutOfMemoryError e) {
            eaten.clear();
            if (!swallows) {
                throw e;
            }
            LoggerFactory.getLogger("some.library").warn("swallowed", new IllegalStateException(e));
        }
    }
}

package org.simrelay.cli;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGHUP. The JVM would stop for it, with exit code 0 as if the service had been asked to: a terminal that goes, or a habit from
 * daemons that reload then, would end all polling.
 */
final class Hangup {

    private static final Logger LOG = LoggerFactory.getLogger(Hangup.class);

    private Hangup() {}

    /**
     * From now on it is only logged. By reflection, since the compiler warns of sun.misc.Signal (module jdk.unsupported) and no
     * other class of the JDK hears signals; where that is missing or the JVM leaves signals alone ({@code -Xrs}), nothing changes.
     */
    static void ignore() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object log = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        LOG.info(
                                "SIGHUP: nothing to do, polls and mappings are read afresh when they change; SIGTERM stops the service");
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), log);
        } catch (ReflectiveOperationException e) {
            LOG.debug("SIGHUP cannot be caught here", e);
        }
    }
}

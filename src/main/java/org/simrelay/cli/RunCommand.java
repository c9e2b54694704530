package org.simrelay.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.jvm.RetryExit;
import org.simrelay.jvm.UnpackedLibraries;
import org.simrelay.service.Service;
import org.simrelay.service.ServiceStart;
import org.simrelay.service.ServiceTimers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** {@code simrelay run}: the service, until SIGTERM or SIGINT; SIGHUP, which a terminal sends that goes, does not stop it. */
@Command(name = "run", description = "Runs every poll on its timer, until SIGTERM.")
final class RunCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    @Override
    public Integer call() throws InterruptedException {
        Installation home = Installation.open(Path.of(""), System.getenv());
        Service service = ServiceStart.serve(home);
        AtomicReference<@Nullable SettingsException> failed = new AtomicReference<>();
        CountDownLatch over = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            LOG.info("stopping");
            service.stop("the service was stopped");
            LOG.info("stopped");
            UnpackedLibraries.remove();
            // a stop that was asked for and came off is no failure: without this the JVM exits with 143
            Runtime.getRuntime().halt(exit(failed.get()));
        }));
        Hangup.ignore();
        try {
            ServiceTimers.start(service, home, why -> {
                failed.set(new SettingsException(why));
                over.countDown();
            });
        } catch (SettingsException e) {
            failed.set(e);
            throw e;
        }
        LOG.info("started: {}", String.join(", ", home.files().polls()));
        ServiceTimers.next(service, home.files().polls())
                .forEach((poll, time) -> LOG.info("{} runs next at {}", poll, time.toOffsetDateTime()));
        over.await();
        throw Objects.requireNonNull(failed.get());
    }

    private static int exit(@Nullable SettingsException failed) {
        if (failed == null) {
            return Exit.COMPLETE;
        }
        return failed.isPassing() ? RetryExit.code() : Exit.FAILED;
    }
}

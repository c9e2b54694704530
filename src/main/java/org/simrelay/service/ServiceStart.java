package org.simrelay.service;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.simrelay.check.Preflight;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.jvm.MonotonicClock;
import org.simrelay.kafka.DryRunKafka;
import org.simrelay.page.PagePath;

/** Starts the service: first everything that can be wrong is looked at, then the routes are there. */
public final class ServiceStart {

    private ServiceStart() {}

    /**
     * Checks everything and starts the routes; no timer fires yet.
     *
     * @param polls the polls that must be there
     * @throws SettingsException with everything that is wrong, before any vendor is asked
     */
    public static Service start(Installation home, List<String> polls) {
        return start(home, polls, false);
    }

    /**
     * As {@link #start(Installation, List)}.
     *
     * @param takeOver whether a service that runs the accounts is to wait; else it is named, and nothing is begun
     */
    public static Service start(Installation home, List<String> polls, boolean takeOver) {
        return prepared(
                home, polls, false, service -> {}, service -> CommandStart.take(home, polls, service, takeOver));
    }

    /**
     * As {@link #start}, with all polls and the HTTP server, which tells from early on that the service starts. What is fenced and read
     * is what the group gives to it later.
     *
     * @throws SettingsException as it does, also where the server cannot listen
     */
    public static Service serve(Installation home) {
        return prepared(
                home,
                List.of(),
                true,
                service -> {
                    WebStart web = new WebStart(service.context(), home);
                    web.serve(service.phase(), () -> PageParts.of(service, home));
                    service.onStarted(web::measure);
                },
                service -> {});
    }

    /**
     * @param joins whether the group of the machines is joined
     * @param first what can be set wrong
     * @param last what may pass by itself where it fails
     */
    private static Service prepared(
            Installation home, List<String> polls, boolean joins, Consumer<Service> first, Consumer<Service> last) {
        Preflight preflight = new Preflight(home);
        preflight.files(polls);
        preflight.kafka(joins);
        preflight.logWarnings();
        Service service = FirstStart.of(home, preflight, null);
        try {
            preflight.makeTopics();
            first.accept(service);
            TracingStart.on(service.context(), home.settings());
        } catch (SettingsException e) {
            service.close();
            throw e;
        }
        try {
            last.accept(service);
            return service;
        } catch (SettingsException e) {
            service.close();
            // all is set right, and Kafka has answered before
            throw e.passing();
        }
    }

    /**
     * As {@link #start}, but without Kafka.
     *
     * @param kafka keeps what would be published
     * @param reply what each call is answered with, and no vendor is asked; null to ask the vendor
     * @throws SettingsException with everything that is wrong but Kafka
     */
    public static Service dryRun(Installation home, List<String> polls, DryRunKafka kafka, @Nullable SavedReply reply) {
        Preflight preflight = new Preflight(home);
        preflight.files(polls);
        preflight.logWarnings();
        Clock clock = Clock.systemUTC();
        return FirstStart.of(preflight, clock, () -> {
            Main main = CamelMain.of(home, clock, new MonotonicClock(), kafka);
            main.configure().addConfiguration(new PreviewCalls());
            if (reply != null) {
                main.configure().addConfiguration(reply);
            }
            return main;
        });
    }

    /**
     * As {@link #dryRun(Installation, List, DryRunKafka, SavedReply)} with the vendor, at another time.
     *
     * @param monotonic measures durations
     */
    public static Service dryRun(
            Installation home, List<String> polls, DryRunKafka kafka, Clock clock, Clock monotonic) {
        Preflight preflight = new Preflight(home);
        preflight.files(polls);
        preflight.logWarnings();
        return FirstStart.of(preflight, clock, () -> CamelMain.of(home, clock, monotonic, kafka));
    }

    /**
     * Starts as {@link #serve} does, without Kafka, and ends. No inventory is looked at: it may not be there yet.
     *
     * @throws SettingsException with everything that is wrong
     */
    public static void rehearse(Installation home) {
        Preflight preflight = new Preflight(home);
        preflight.files(List.of());
        try (Service service = FirstStart.of(home, preflight, new DryRunKafka())) {
            new WebStart(service.context(), home).serve(service.phase(), () -> List.of(new PagePath()));
        }
    }
}

package org.simrelay.sandbox.vendor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes every request: finds its path, draws its fault, records it and answers. */
final class VendorHandler implements HttpHandler {
    private final Map<String, VendorApi> apis;
    private final Faults faults;
    private final Seen seen;
    private final Wire wire;
    private final Clock clock;

    VendorHandler(Map<String, VendorApi> apis, Faults faults, Seen seen, Wire wire, Clock clock) {
        this.apis = apis;
        this.faults = faults;
        this.seen = seen;
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        seen.begin();
        Request request;
        try {
            request = Request.read(exchange);
        } catch (IOException | IllegalArgumentException e) {
            seen.end();
            exchange.close();
            return;
        }
        VendorApi api = apis.get(request.path());
        FaultKind fault =
                api == null ? null : faults.pick(api.vendor(), Paths.segment(request.path()), api.question(request));
        Answer answer = answer(api, request, fault);
        // what is wrong is told, fault or not; but a vendor that is down tells nothing
        FaultKind done = answer.refused() && fault != FaultKind.DOWN ? null : fault;
        seen.add(
                new SeenRequest(
                        clock.instant(),
                        request.method(),
                        request.path(),
                        request.parameters(),
                        request.headers(),
                        Wire.status(answer, done),
                        answer.status(),
                        answer.violation(),
                        done,
                        answer.given()),
                answer);
        wire.send(exchange, answer, done, seen::end);
    }

    private static Answer answer(@Nullable VendorApi api, Request request, @Nullable FaultKind fault) {
        if (api == null) {
            return Answer.http(404, "", "no such path: " + request.path());
        }
        if (!request.method().equals("GET") && !request.method().equals("POST")) {
            return Answer.http(405, "", "neither GET nor POST");
        }
        return api.answer(request, fault);
    }
}

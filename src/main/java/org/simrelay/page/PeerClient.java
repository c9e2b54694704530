package org.simrelay.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Throwables;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Causes;
import org.simrelay.mask.Mask;
import org.simrelay.mask.Visible;
import org.simrelay.records.Json;
import org.simrelay.records.Owner;
import org.simrelay.web.WebAnswer;
import org.simrelay.web.WebRequest;

/** Asks other machines over HTTP, with the token that all of them have. */
public final class PeerClient implements Peers {

    private static final Duration MOST_CONNECTING = Duration.ofSeconds(2);
    // whoever asks here waits too
    private static final Duration MOST = Duration.ofSeconds(5);
    private static final long MOST_BYTES = 64 * 1_024;
    private static final int MOST_SHOWN = 300;

    // host:port, of IPv6 in brackets
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):[0-9]{1,5}");

    private static final BodyHandler<byte[]> SHORT = head -> {
        long length = head.headers().firstValueAsLong("Content-Length").orElse(Long.MAX_VALUE);
        return length <= MOST_BYTES ? BodySubscribers.ofByteArray() : BodySubscribers.replacing(new byte[0]);
    };

    // never by way of a proxy, which is for vendors
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(MOST_CONNECTING)
            .build();

    private final String instance;
    private final @Nullable String token;
    private final Duration most;

    /**
     * Asks nobody yet.
     *
     * @param instance this process, as it calls itself to others
     * @param token of all machines; null where nothing can be changed
     */
    public PeerClient(String instance, @Nullable String token) {
        this(instance, token, MOST);
    }

    PeerClient(String instance, @Nullable String token, Duration most) {
        this.instance = instance;
        this.token = token;
        this.most = most;
    }

    @Override
    public CompletableFuture<WebAnswer> send(Owner owner, Action action, String poll, String account) {
        if (!ADDRESS.matcher(owner.address()).matches()) {
            return CompletableFuture.completedFuture(
                    refusal(502, owner, "which has no address that could be asked; set http.address there, host:port"));
        }
        try {
            return ask(owner, action, poll, account);
        } catch (IllegalArgumentException e) {
            // a name with an underscore: what HTTP's client takes for no address
            return CompletableFuture.completedFuture(refusal(
                    502,
                    owner,
                    "which has no address that can be asked (" + Causes.of(e)
                            + "); set http.address there, host:port"));
        }
    }

    private CompletableFuture<WebAnswer> ask(Owner owner, Action action, String poll, String account) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + owner.address() + PollsPath.PATH + "/"
                        + poll + "/" + action.word() + "?account=" + account))
                .timeout(most)
                .header("Authorization", "Bearer " + token)
                .header(WebRequest.PEER, instance)
                .POST(BodyPublishers.noBody())
                .build();
        return http.sendAsync(request, SHORT)
                // its own bound ends with the headers
                .orTimeout(most.toMillis(), TimeUnit.MILLISECONDS)
                .handle((reply, thrown) -> reply == null ? silence(owner, thrown) : answer(owner, reply));
    }

    private static WebAnswer answer(Owner owner, HttpResponse<byte[]> reply) {
        String body = new String(reply.body(), StandardCharsets.UTF_8);
        int status = reply.statusCode();
        if (status == 401) {
            return refusal(502, owner, "whose token is another; http.token has to be the same on all machines");
        }
        return status < 300
                ? done(status, body, owner)
                : refusal(status, owner, "which answers: " + Mask.shown(Visible.line(body.strip()), MOST_SHOWN));
    }

    /** What the machine did, and which it is. */
    private static WebAnswer done(int status, String body, Owner owner) {
        try {
            if (Json.MAPPER.readTree(body) instanceof ObjectNode node) {
                node.put("done", node.path("done").asText("") + " (on " + owner.address() + ")");
                return WebAnswer.json(status, node + "\n");
            }
        } catch (IOException e) {
            // no answer of ours: as below
        }
        return refusal(502, owner, "which answers nothing that simrelay would; look at http.address there");
    }

    private static WebAnswer silence(Owner owner, Throwable thrown) {
        boolean unasked = Throwables.getCausalChain(thrown).stream()
                .anyMatch(cause -> cause instanceof ConnectException
                        || cause instanceof HttpConnectTimeoutException
                        || cause instanceof UnresolvedAddressException
                        // a port beyond all
                        || cause instanceof IllegalArgumentException);
        return unasked
                ? refusal(
                        502,
                        owner,
                        "which cannot be reached from here (" + Causes.of(thrown)
                                + "), so that nothing was done; ask there, or set"
                                + " http.host there, which is 127.0.0.1 where it is not set, and http.address")
                : refusal(
                        504,
                        owner,
                        "which has not answered (" + Causes.of(thrown) + "); its page tells whether it was done");
    }

    private static WebAnswer refusal(int status, Owner owner, String why) {
        String machine = Visible.line(owner.address() + " (" + owner.instance() + ")");
        return ActionPath.text(status, owner.account() + " is with the machine at " + machine + ", " + why);
    }
}

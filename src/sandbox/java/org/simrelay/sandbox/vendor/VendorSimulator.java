package org.simrelay.sandbox.vendor;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.simrelay.sandbox.process.Ports;

/** All vendors on one loopback port: enforces their documents, records what it saw, goes wrong on demand. Safe for threads. */
public final class VendorSimulator implements AutoCloseable {
    private static final int THREADS = 16;
    private static final int BACKLOG = 1024;

    static {
        // without it the JDK's server waits for delayed acknowledgements: 40 ms a reply on a connection that is kept
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(THREADS, VendorSimulator::daemon);
    private final ArrearsList arrears;
    private final Omissions omissions = new Omissions();
    private final Tokens tokens;
    private final Faults faults;
    private final Seen seen;
    private final Truth truth;

    private VendorSimulator(SimulatorConfig config) throws IOException {
        arrears = new ArrearsList(config.arrears, config.clock);
        tokens = new Tokens(config.clock, config.tokenLife, config.loginVoidsOlder);
        faults = new Faults(config.clock, config.seed);
        faults.set(config.faults);
        seen = new Seen(config.seenLimit);
        Map<String, VendorApi> apis = new HashMap<>();
        CmiotChecks checks = new CmiotChecks(config);
        CmiotArrearage arrearage = new CmiotArrearage(config, checks, arrears, omissions, faults);
        apis.put(Paths.ARREARAGE, arrearage);
        truth = new Truth(arrearage, config.mix, faults);
        for (CmiotQuery query : CmiotQuery.values()) {
            apis.put(Paths.CMIOT + query.segment(), new CmiotCards(query, config, checks, omissions, faults));
        }
        apis.putAll(Onelink.apis(config, omissions, faults));
        apis.put(Paths.LOGIN, new IotbosLogin(config, tokens));
        for (IotbosQuery query : IotbosQuery.values()) {
            apis.put(
                    Paths.TERMINAL_INFO + query.segment(),
                    new IotbosTerminalInfo(query, config, tokens, omissions, faults));
        }
        Wire wire = new Wire(workers, config.latency, config.stall);
        server = HttpServer.create(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), Ports.free(1).get(0)),
                BACKLOG);
        server.createContext("/", new VendorHandler(apis, faults, seen, wire, config.clock));
        server.setExecutor(workers);
    }

    /** Starts one on a free port of 127.0.0.1. */
    public static VendorSimulator start(SimulatorConfig config) {
        try {
            VendorSimulator simulator = new VendorSimulator(config);
            simulator.server.start();
            return simulator;
        } catch (IOException e) {
            throw new UncheckedIOException("the vendor simulator cannot listen", e);
        }
    }

    /** The value of the setting cmiot.url: {@code http://127.0.0.1:port/v2}. */
    public String cmiotUrl() {
        return iotbosUrl() + "/v2";
    }

    /** The value of the setting iotbos.url: {@code http://127.0.0.1:port}. */
    public String iotbosUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The value of the setting onelink.url: {@code http://127.0.0.1:port/v5/ec}. */
    public String onelinkUrl() {
        return iotbosUrl() + "/v5/ec";
    }

    /** The newest requests, oldest first; {@link SimulatorConfig#seenLimit} at most. */
    public List<SeenRequest> seen() {
        return seen.list();
    }

    public Counters counters() {
        return seen.counters();
    }

    /** The cards in arrears now. */
    public List<String> arrears() {
        return arrears.cards();
    }

    /** What the arrears list was, oldest first. */
    public List<ListState> arrearsHistory() {
        return arrears.history();
    }

    /** The accessTokens given out so far. */
    public Set<String> tokens() {
        return tokens.given().keySet();
    }

    /** The iotbos account of each accessToken given out so far. */
    public Map<String, String> tokenAccounts() {
        return tokens.given();
    }

    /** What the vendors know of a card. */
    public Truth truth() {
        return truth;
    }

    /** From now on these cards are in arrears, in this order. */
    public void setArrears(List<String> cards) {
        arrears.set(cards);
    }

    /** The next reply that should have this card comes without it; the one after has it. */
    public void omitOnce(String card) {
        omissions.omitOnce(card);
    }

    /** No reply has this card, though it is asked for, or counted in the total. */
    public void omitAlways(String card) {
        omissions.omitAlways(card);
    }

    /** Every iotbos batch with this card is answered with status 0, 号码非法. */
    public void poison(String card) {
        omissions.poison(card);
    }

    /** Forgets all omitted and poisonous cards, save those of {@code poisoned@CARD}. */
    public void heal() {
        omissions.clear();
    }

    /** All accessTokens given out so far are worthless from now on. */
    public void voidTokens() {
        tokens.voidAll();
    }

    /**
     * From now on these faults and no others; none at all without an argument.
     *
     * @param specs as {@link Fault#parse} reads them
     */
    public void setFaults(String... specs) {
        faults.set(Arrays.stream(specs).map(Fault::parse).toList());
    }

    /** While down, every connection is closed without an answer. */
    public void setDown(boolean down) {
        faults.setDown(down);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "vendor");
        thread.setDaemon(true);
        return thread;
    }
}

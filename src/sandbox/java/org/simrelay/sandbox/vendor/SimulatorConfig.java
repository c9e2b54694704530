package org.simrelay.sandbox.vendor;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a {@link VendorSimulator} is to be. Each setter returns this object; every value has a default. */
public final class SimulatorConfig {
    String appid = "A0B40O5";
    String cmiotPassword = "cmiot-secret";
    String ebid = "0001000000328";
    List<String> arrears = Cards.arrears(137);
    EmptyShape empty = EmptyShape.TOTAL_ZERO;
    String account = "sandbox";
    String iotbosPassword = "iotbos-secret";
    final Map<String, String> moreIotbos = new HashMap<>();
    String onelinkAppid = "200211";
    String onelinkPassword = "onelink-secret";
    String group = "2000012";
    int members = 120;
    Mix mix = Mix.REALISTIC;
    int maxBatch = 100;
    int longest = 10;
    Duration tokenLife = Duration.ofHours(2);
    boolean loginVoidsOlder;
    Duration latency = Duration.ZERO;
    Duration stall = Duration.ofSeconds(30);
    Clock clock = Clock.systemUTC();
    long seed = 1;
    int seenLimit = 10_000;
    List<Fault> faults = new ArrayList<>();

    /** Credentials of the one cmiot account. */
    public SimulatorConfig cmiot(String theAppid, String password) {
        appid = theAppid;
        cmiotPassword = password;
        return this;
    }

    /** The ebid of the arrearage query; 0001000000328 by default. */
    public SimulatorConfig ebid(String value) {
        ebid = value;
        return this;
    }

    /** The cards in arrears, in the vendor's order. */
    public SimulatorConfig arrears(List<String> cards) {
        arrears = List.copyOf(cards);
        return this;
    }

    /** So many cards in arrears: {@link Cards#arrears}. */
    public SimulatorConfig arrears(int count) {
        return arrears(Cards.arrears(count));
    }

    /** How cmiot answers when no card is in arrears. */
    public SimulatorConfig empty(EmptyShape shape) {
        empty = shape;
        return this;
    }

    /** Credentials of the first iotbos account. */
    public SimulatorConfig iotbos(String theAccount, String password) {
        account = theAccount;
        iotbosPassword = password;
        return this;
    }

    /** Another iotbos account, with tokens of its own. All of them know all cards. */
    public SimulatorConfig iotbosBeside(String theAccount, String password) {
        moreIotbos.put(theAccount, password);
        return this;
    }

    /** The password of an iotbos account; null where there is no such account. */
    @Nullable String iotbosPassword(String theAccount) {
        return theAccount.equals(account) ? iotbosPassword : moreIotbos.get(theAccount);
    }

    /** Credentials of the one onelink account. */
    public SimulatorConfig onelink(String appid, String password) {
        onelinkAppid = appid;
        onelinkPassword = password;
        return this;
    }

    /** The onelink account's one group, and how many cards it has: the first of the inventory. */
    public SimulatorConfig members(String theGroup, int cards) {
        group = theGroup;
        members = cards;
        return this;
    }

    /** How the inventory behaves; {@link Mix#REALISTIC} by default. */
    public SimulatorConfig mix(Mix value) {
        mix = value;
        return this;
    }

    /** The most cards in one iotbos request; 100 by default. */
    public SimulatorConfig maxBatch(int cards) {
        maxBatch = cards;
        return this;
    }

    /** The most cards in one iotbos request that has the fault {@code too-long}; 10 by default. */
    public SimulatorConfig longest(int cards) {
        longest = cards;
        return this;
    }

    /** How long an accessToken is good; two hours by default. */
    public SimulatorConfig tokenLife(Duration life) {
        tokenLife = life;
        return this;
    }

    /** Whether a login makes the tokens before it worthless. */
    public SimulatorConfig loginVoidsOlder(boolean value) {
        loginVoidsOlder = value;
        return this;
    }

    /** The time that every answer takes; none by default. It holds no thread. */
    public SimulatorConfig latency(Duration value) {
        latency = value;
        return this;
    }

    /** How long a request with the fault {@code timeout} is held before its connection is closed; 30 s by default. */
    public SimulatorConfig stall(Duration value) {
        stall = value;
        return this;
    }

    /** The vendors' clock, for transids, tokens and dates. Not for HTTP's Date header, which the JDK's server sets itself. */
    public SimulatorConfig clock(Clock value) {
        clock = value;
        return this;
    }

    /** The seed of chance. */
    public SimulatorConfig seed(long value) {
        seed = value;
        return this;
    }

    /** How many requests {@link VendorSimulator#seen()} keeps, the newest; 10,000 by default. The counters go on. */
    public SimulatorConfig seenLimit(int requests) {
        seenLimit = requests;
        return this;
    }

    /** Faults from the start, as {@link Fault#parse} reads them. */
    public SimulatorConfig faults(String... specs) {
        Arrays.stream(specs).map(Fault::parse).forEach(faults::add);
        return this;
    }
}

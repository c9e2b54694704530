package org.simrelay.sandbox.vendor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** OneLink, API v5: a login for a token with a life, a batch joined by "_", and a list in pages; the token in each request. */
final class Onelink {
    private static final int MOST_CARDS = 100;
    private static final int MOST_ON_A_PAGE = 50;
    private static final String REFUSED_TOKEN = "12021";
    // no document tells the other codes: these stand for them
    private static final String BAD = "12000";

    private final SimulatorConfig config;
    private final Tokens tokens;
    private final CmiotChecks transids;
    private final Omissions omissions;
    private final Faults faults;

    private Onelink(SimulatorConfig config, Omissions omissions, Faults faults) {
        this.config = config;
        this.tokens = new Tokens(config.clock, config.tokenLife, config.loginVoidsOlder);
        this.transids = new CmiotChecks(config);
        this.omissions = omissions;
        this.faults = faults;
    }

    /** What it answers, by path. */
    static Map<String, VendorApi> apis(SimulatorConfig config, Omissions omissions, Faults faults) {
        Onelink onelink = new Onelink(config, omissions, faults);
        return Map.of(
                Paths.ONELINK_LOGIN,
                new Api(List.of("appid", "password"), (asked, fault) -> onelink.login(asked), onelink),
                Paths.ONELINK_DAYUSAGE,
                new Api(List.of("token", "msisdns", "queryDate"), onelink::dayUsage, onelink),
                Paths.ONELINK_MEMBERS,
                new Api(List.of("token", "groupId", "startNum", "pageSize"), onelink::members, onelink));
    }

    private interface Reply {
        Answer of(Map<String, String> asked, @Nullable FaultKind fault);
    }

    /** One path: checks what all of them demand. */
    private record Api(List<String> parameters, Reply reply, Onelink onelink) implements VendorApi {
        @Override
        public Vendor vendor() {
            return Vendor.ONELINK;
        }

        @Override
        public String question(Request request) {
            Map<String, String> asked = request.parameters();
            return asked.getOrDefault("msisdns", "") + " " + asked.getOrDefault("startNum", "");
        }

        @Override
        public Answer answer(Request request, @Nullable FaultKind fault) {
            Map<String, String> asked = request.parameters();
            for (String name : parameters) {
                if (asked.getOrDefault(name, "").isEmpty()) {
                    return refused(BAD, name + " is missing or empty");
                }
            }
            String wrong = request.hasDoubled()
                    ? "a parameter comes twice"
                    : onelink.transids.transid(onelink.config.onelinkAppid, asked.getOrDefault("transid", ""));
            if (wrong != null) {
                return refused(BAD, wrong);
            }
            if (parameters.contains("token")
                    && (fault == FaultKind.TOKEN_REFUSED || !onelink.tokens.isGood(asked.getOrDefault("token", "")))) {
                return refused(REFUSED_TOKEN, null);
            }
            return reply.of(asked, fault);
        }
    }

    private Answer login(Map<String, String> asked) {
        if (!config.onelinkAppid.equals(asked.get("appid")) || !config.onelinkPassword.equals(asked.get("password"))) {
            return refused(BAD, null);
        }
        // the life is a text or a number
        String quote = config.loginVoidsOlder ? "" : "\"";
        return ok("{\"token\":\"" + tokens.login("").text() + "\",\"ttl\":" + quote + config.tokenLife.toSeconds()
                + quote + "}");
    }

    private Answer dayUsage(Map<String, String> asked, @Nullable FaultKind fault) {
        List<String> cards = Arrays.asList(asked.getOrDefault("msisdns", "").split("_", -1));
        if (cards.size() > MOST_CARDS || new HashSet<>(cards).size() < cards.size()) {
            return refused(BAD, cards.size() + " cards, or one comes twice");
        }
        if (!asked.getOrDefault("queryDate", "").matches("2[0-9]{7}")) {
            return refused(BAD, "queryDate is not yyyyMMdd");
        }
        List<String> given = new ArrayList<>(omissions.left(cards));
        if (fault == FaultKind.MISSING_CARD && !given.isEmpty()) {
            given.remove(faults.draw("missing onelink").nextInt(given.size()));
        }
        String items = given.stream()
                .map(card -> card(card) + ",\"dataAmount\":\""
                        + new CardFacts(card, config.mix).flow("day").toPlainString() + "\"}")
                .collect(Collectors.joining(","));
        return ok("{\"dataAmountList\":[" + items + "]}").giving(given);
    }

    private Answer members(Map<String, String> asked, @Nullable FaultKind unused) {
        int size = number(asked.get("pageSize"));
        int page = number(asked.get("startNum"));
        if (!config.group.equals(asked.get("groupId")) || size < 1 || size > MOST_ON_A_PAGE || page < 1) {
            return refused(BAD, "group, page or size is wrong: " + asked);
        }
        List<String> all = Cards.inventory(config.members);
        List<String> cards = IntStream.range(0, all.size())
                .filter(i -> i / size == page - 1)
                .mapToObj(all::get)
                .toList();
        String items = cards.stream().map(card -> card(card) + "}").collect(Collectors.joining(","));
        return ok("{\"totalCount\":\"" + all.size() + "\",\"members\":[" + items + "]}")
                .giving(cards);
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static String card(String card) {
        return "{\"msisdn\":\"" + card + "\",\"iccid\":\"898602" + card + "\",\"imsi\":\"4600" + card + "\"";
    }

    private static Answer ok(String result) {
        return Answer.ok("0", "{\"status\":\"0\",\"message\":\"正确\",\"result\":[" + result + "]}");
    }

    private static Answer refused(String status, @Nullable String violation) {
        return Answer.refused(status, "{\"status\":\"" + status + "\",\"message\":\"失败\",\"result\":[]}", violation);
    }
}

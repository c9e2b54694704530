package org.simrelay.sandbox.vendor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers a {@link CmiotQuery}. */
final class CmiotCards implements VendorApi {
    private static final int MOST_DIGITS = 20;

    private final CmiotQuery query;
    private final SimulatorConfig config;
    private final CmiotChecks checks;
    private final Omissions omissions;
    private final Faults faults;

    CmiotCards(CmiotQuery query, SimulatorConfig config, CmiotChecks checks, Omissions omissions, Faults faults) {
        this.query = query;
        this.config = config;
        this.checks = checks;
        this.omissions = omissions;
        this.faults = faults;
    }

    @Override
    public Vendor vendor() {
        return Vendor.CMIOT;
    }

    @Override
    public String question(Request request) {
        Map<String, String> asked = request.parameters();
        return asked.getOrDefault(query.cards(), "") + " " + asked.getOrDefault("query_date", "");
    }

    @Override
    public Answer answer(Request request, @Nullable FaultKind fault) {
        List<String> own = new ArrayList<>(query.others());
        if (!query.cards().isEmpty()) {
            own.add(query.cards());
        }
        CmiotChecks.Refusal refusal = checks.check(request, query.ebid(), own);
        if (refusal != null) {
            return refused(refusal.status(), refusal.message(), refusal.violation());
        }
        String day = request.parameters().get("query_date");
        if (day != null && !day.matches("2[0-9]{7}")) {
            return refused("14", "日期格式不正确", "query_date is not yyyyMMdd");
        }
        if (query.cards().isEmpty()) {
            Answer odd = EnvelopeFaults.cmiot(fault);
            return odd != null ? odd : ok(List.of(query.item("", facts(""), query.value(facts("")))));
        }
        List<String> cards =
                List.of(request.parameters().getOrDefault(query.cards(), "").split("_", -1));
        if (cards.size() > query.most()) {
            return refused("18", "卡号数量超出限制", cards.size() + " cards, " + query.most() + " allowed");
        }
        if (!cards.stream().allMatch(CmiotCards::isNumber) || new HashSet<>(cards).size() < cards.size()) {
            return refused("13", "命名不规范", "a card is not a number, or comes twice");
        }
        return faulty(cards, fault);
    }

    private Answer faulty(List<String> cards, @Nullable FaultKind fault) {
        Answer odd = EnvelopeFaults.cmiot(fault);
        if (odd != null) {
            return odd;
        }
        if (cards.stream().anyMatch(c -> omissions.poisons(c) || faults.of(c) == FaultKind.POISONED)) {
            return cards.size() == 1
                    ? Answer.ok("12", envelope("12", "不是所查询集团下的用户", "[]"))
                    : Answer.ok("21", envelope("21", "查询号码全部非法", "[]"));
        }
        List<String> given = omissions.left(cards);
        if (fault == FaultKind.MISSING_CARD && !given.isEmpty()) {
            given = new ArrayList<>(given);
            given.remove(faults.draw("missing " + query).nextInt(given.size()));
        }
        return ok(given.stream().flatMap(card -> items(card).stream()).toList()).giving(given);
    }

    private List<String> items(String card) {
        FaultKind odd = faults.of(card);
        String value = query.value(facts(card));
        String item = query.item(card, facts(card), odd == null ? value : OddValue.of(odd, value));
        return odd == FaultKind.DOUBLED_CARD ? List.of(item, item) : List.of(item);
    }

    /** The item of a card without faults, as JSON. */
    static String item(CmiotQuery query, String card, Mix mix) {
        CardFacts facts = new CardFacts(card, mix);
        return query.item(card, facts, query.value(facts));
    }

    private CardFacts facts(String card) {
        return new CardFacts(card, config.mix);
    }

    private static Answer ok(List<String> items) {
        return Answer.ok("0", envelope("0", "正确", items.stream().collect(Collectors.joining(",", "[", "]"))));
    }

    private static Answer refused(String status, String message, String violation) {
        return Answer.refused(status, envelope(status, message, "[]"), violation);
    }

    private static String envelope(String status, String message, String result) {
        return "{\"status\":\"" + status + "\",\"message\":\"" + message + "\",\"result\":" + result + "}";
    }

    private static boolean isNumber(String card) {
        return !card.isEmpty() && card.length() <= MOST_DIGITS && card.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}

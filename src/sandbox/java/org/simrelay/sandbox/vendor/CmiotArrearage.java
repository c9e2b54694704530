package org.simrelay.sandbox.vendor;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CMIOT_API2022, 欠费停机用户批量查询 (cmiot-arrearage.txt): the cards in arrears, page by page. */
final class CmiotArrearage implements VendorApi {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final LocalDate FIRST_STATUS_DATE = LocalDate.of(2024, 1, 1);

    private final SimulatorConfig config;
    private final CmiotChecks checks;
    private final ArrearsList arrears;
    private final Omissions omissions;
    private final Faults faults;

    CmiotArrearage(
            SimulatorConfig config, CmiotChecks checks, ArrearsList arrears, Omissions omissions, Faults faults) {
        this.config = config;
        this.checks = checks;
        this.arrears = arrears;
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
        return asked.get("pageSize") + " " + asked.get("pageNum");
    }

    @Override
    public Answer answer(Request request, @Nullable FaultKind fault) {
        CmiotChecks.Refusal failure = checks.page(request);
        if (failure != null) {
            String body = envelope(failure.status(), failure.message(), "[]");
            return Answer.refused(failure.status(), body, failure.violation());
        }
        Answer odd = EnvelopeFaults.cmiot(fault);
        if (odd != null) {
            return odd;
        }
        if (fault == FaultKind.MOVING_PAGES) {
            arrears.move(faults.draw("move"));
        }
        return page(request.parameters(), fault);
    }

    private Answer page(Map<String, String> asked, @Nullable FaultKind fault) {
        List<String> all = arrears.cards();
        if (all.isEmpty()) {
            EmptyShape empty = config.empty;
            return Answer.ok(empty.status, envelope(empty.status, empty.message, empty.result));
        }
        long size = Long.parseLong(asked.getOrDefault("pageSize", ""));
        long number = Long.parseLong(asked.getOrDefault("pageNum", ""));
        boolean repeated = fault == FaultKind.REPEAT_PAGE && number > 1;
        List<String> cards = omissions.left(ArrearsList.page(all, size, repeated ? number - 1 : number));
        if (fault == FaultKind.SHORT_PAGE) {
            cards = cards.subList(0, cards.size() / 2);
        } else if (fault == FaultKind.MISSING_CARD && !cards.isEmpty()) {
            cards = new ArrayList<>(cards);
            cards.remove(faults.draw("missing " + number).nextInt(cards.size()));
        }
        String total = fault == FaultKind.TOTAL_NUMBER ? "" + all.size() : "\"" + all.size() + "\"";
        return Answer.ok("0", envelope("0", "正确", result(total, cards))).giving(cards);
    }

    private String result(String total, List<String> cards) {
        String today = DAY.format(LocalDate.now(config.clock.withZone(Shanghai.ZONE)));
        StringBuilder json = new StringBuilder(64 + cards.size() * 100);
        json.append("[{\"arrearageUserInfo\":{\"total\":").append(total).append(",\"userInfos\":[");
        String comma = "";
        for (String card : cards) {
            json.append(comma);
            item(json, card, today);
            comma = ",";
        }
        return json.append("]}}]").toString();
    }

    private void item(StringBuilder json, String card, String today) {
        FaultKind odd = faults.of(card);
        int from = json.length();
        json.append("{\"msisdn\":\"").append(card).append("\",\"status\":");
        json.append(odd == null ? "\"02\"" : OddValue.of(odd, "\"02\""))
                .append(",\"currentDate\":\"")
                .append(today)
                .append("\",\"statusDate\":\"")
                .append(statusDate(card))
                .append("\"}");
        if (odd == FaultKind.DOUBLED_CARD) {
            json.append(',').append(json.substring(from));
        }
    }

    /** The item of a card without faults, as JSON. */
    String item(String card) {
        String today = DAY.format(LocalDate.now(config.clock.withZone(Shanghai.ZONE)));
        return "{\"msisdn\":\"" + card + "\",\"status\":\"02\",\"currentDate\":\"" + today + "\",\"statusDate\":\""
                + statusDate(card) + "\"}";
    }

    /** A day of 2024, always the same for a card. */
    private static String statusDate(String card) {
        return DAY.format(FIRST_STATUS_DATE.plusDays(Math.floorMod(Mix64.of(card.hashCode()), 366L)));
    }

    private static String envelope(String status, String message, String result) {
        return "{\"status\":\"" + status + "\",\"message\":\"" + message + "\",\"result\":" + result + "}";
    }
}

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

    CmiotArrearage(SimulatorConfig config, ArrearsList arrears, Omissions omissions, Faults faults) {
        this.config = config;
        this.checks = new CmiotChecks(config);
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
        CmiotChecks.Refusal refusal = checks.check(request);
        if (refusal != null) {
            String body = envelope(refusal.status(), refusal.message(), "[]");
            return Answer.refused(refusal.status(), body, refusal.violation());
        }
        if (fault == FaultKind.QUOTA) {
            return Answer.ok("71", envelope("71", "已超出API最大流控限制", "[]"));
        }
        if (fault == FaultKind.TOKEN_REFUSED) {
            return Answer.ok("7", envelope("7", "Token鉴权不通过", "[]"));
        }
        if (fault == FaultKind.SYSTEM_ERROR) {
            return Answer.ok("99", envelope("99", "系统错误", "[]"));
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
        return Answer.ok("0", envelope("0", "正确", result(all.size(), cards)));
    }

    private String result(int total, List<String> cards) {
        String today = DAY.format(LocalDate.now(config.clock.withZone(Shanghai.ZONE)));
        StringBuilder json = new StringBuilder(64 + cards.size() * 100);
        json.append("[{\"arrearageUserInfo\":{\"total\":\"").append(total).append("\",\"userInfos\":[");
        String comma = "";
        for (String card : cards) {
            json.append(comma).append("{\"msisdn\":\"").append(card).append("\",\"status\":\"02\",\"currentDate\":\"");
            json.append(today)
                    .append("\",\"statusDate\":\"")
                    .append(statusDate(card))
                    .append("\"}");
            comma = ",";
        }
        return json.append("]}}]").toString();
    }

    /** A day of 2024, always the same for a card. */
    private static String statusDate(String card) {
        return DAY.format(FIRST_STATUS_DATE.plusDays(Math.floorMod(Mix64.of(card.hashCode()), 366L)));
    }

    private static String envelope(String status, String message, String result) {
        return "{\"status\":\"" + status + "\",\"message\":\"" + message + "\",\"result\":" + result + "}";
    }
}

package org.simrelay.bench.vendor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** CMIOT_API2022: the cards in arrears in pages of 20, as the vendor's document shows them. */
final class CmiotReplies implements Replies {

    private static final byte[] PAGE = "pageNum=".getBytes(StandardCharsets.US_ASCII);
    static final int SIZE = 20;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    private final byte[][] pages;
    private final byte[] behindTheLast;

    CmiotReplies(int cards) {
        pages = new byte[(cards + SIZE - 1) / SIZE][];
        for (int page = 0; page < pages.length; page++) {
            pages[page] = page(cards, page * SIZE, Math.min(cards, (page + 1) * SIZE));
        }
        behindTheLast = page(cards, 0, 0);
    }

    @Override
    public void write(RequestLine request, ByteBuffer out) {
        int page = (int) request.number(request.after(PAGE), 9) - 1;
        out.put(page >= 0 && page < pages.length ? pages[page] : behindTheLast);
    }

    private static byte[] page(int total, int from, int to) {
        StringBuilder json = new StringBuilder(2048)
                .append("{\"status\":\"0\",\"message\":\"正确\",\"result\":[{\"arrearageUserInfo\":{\"total\":\"")
                .append(total)
                .append("\",\"userInfos\":[");
        for (int place = from; place < to; place++) {
            json.append(place == from ? "" : ",")
                    .append("{\"msisdn\":\"")
                    .append(Cards.number(place))
                    .append("\",\"status\":\"02\",\"currentDate\":\"20241231\",\"statusDate\":\"")
                    .append(DateTimeFormatter.BASIC_ISO_DATE.format(FIRST_DAY.plusDays(place * 7L % 366)))
                    .append("\"}");
        }
        return Replies.prebuilt(json.append("]}}]}").toString());
    }
}

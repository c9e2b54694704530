package org.simrelay.bench.vendor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** iotbos 1.1 and 2.1: a token, and what cards have used, put together from the prebuilt parts of the cards asked for. */
final class IotbosReplies implements Replies {

    private static final byte[] LOGIN = bytes("/Api/token?");
    private static final byte[] CARDS = bytes("cardIdNums=");
    private static final byte[] TOKEN = Replies.prebuilt(
            """
            {"status":1,"info":null,"data":{"accessToken":"7dc1f8e0-4b67-466f-8312-2bb7d6e93f2d",\
            "expiresTime":"2018/01/16 16:02:08"},"createtime":"2018/01/16 14:02:08"}""");
    private static final byte[] BEGIN = bytes("{\"status\":1,\"info\":null,\"data\":{\"date\":[");
    private static final byte[] END = bytes("]},\"createtime\":\"2018/01/16 14:02:08\"}");

    private final Map<IotbosQuery, byte[][]> parts = new EnumMap<>(IotbosQuery.class);
    private final int cards;

    IotbosReplies(int cards) {
        this.cards = cards;
        parts.put(IotbosQuery.EXCEED, parts(IotbosQuery.EXCEED));
    }

    @Override
    public void write(RequestLine request, ByteBuffer out) {
        if (request.after(LOGIN) >= 0) {
            out.put(TOKEN);
            return;
        }
        byte[][] asked = parts.computeIfAbsent(IotbosQuery.of(request), this::parts);
        int first = request.after(CARDS);
        int length = BEGIN.length + END.length - 1;
        for (int at = first; at >= 0; at = request.next(at + Cards.DIGITS)) {
            length += part(asked, request, at).length + 1;
        }
        out.put(Replies.length(length)).put(BEGIN);
        for (int at = first; at >= 0; at = request.next(at + Cards.DIGITS)) {
            if (at != first) {
                out.put((byte) ',');
            }
            out.put(part(asked, request, at));
        }
        out.put(END);
    }

    private byte[][] parts(IotbosQuery query) {
        byte[][] all = new byte[cards][];
        for (int place = 0; place < cards; place++) {
            all[place] = bytes(query.item(place));
        }
        return all;
    }

    private static byte[] part(byte[][] asked, RequestLine request, int at) {
        return asked[Cards.place(request.number(at, Cards.DIGITS))];
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

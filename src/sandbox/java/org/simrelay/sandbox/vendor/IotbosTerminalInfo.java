package org.simrelay.sandbox.vendor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** iotbos.txt 2.1 to 2.5: what is known about a batch of cards. */
final class IotbosTerminalInfo implements VendorApi {
    private final IotbosQuery query;
    private final SimulatorConfig config;
    private final Tokens tokens;
    private final Omissions omissions;
    private final Faults faults;
    private final IotbosEnvelope envelope;
    private final IotbosItems items;

    IotbosTerminalInfo(IotbosQuery query, SimulatorConfig config, Tokens tokens, Omissions omissions, Faults faults) {
        this.query = query;
        this.config = config;
        this.tokens = tokens;
        this.omissions = omissions;
        this.faults = faults;
        this.envelope = new IotbosEnvelope(config.clock);
        this.items = new IotbosItems(query, config.mix, faults);
    }

    @Override
    public Vendor vendor() {
        return Vendor.IOTBOS;
    }

    @Override
    public String question(Request request) {
        return request.parameters().getOrDefault("cardIdNums", "");
    }

    @Override
    public Answer answer(Request request, @Nullable FaultKind fault) {
        Map<String, String> asked = request.parameters();
        String token = asked.getOrDefault("accessToken", "");
        if (token.isEmpty() || request.hasDoubled()) {
            return envelope.refused("参数不正确", "accessToken is missing, or a parameter comes twice");
        }
        if (!tokens.isGood(token)) {
            return envelope.refused("accessToken无效", null);
        }
        String numbers = asked.getOrDefault("cardIdNums", "");
        if (numbers.isEmpty()) {
            return envelope.refused("cardIdNums不能为空", "cardIdNums is missing");
        }
        List<String> cards = List.of(numbers.split(",", -1));
        if (cards.size() > config.maxBatch) {
            return envelope.refused("号码数量超出限制", cards.size() + " cards in a batch, " + config.maxBatch + " allowed");
        }
        if (!cards.stream().allMatch(IotbosTerminalInfo::isNumber) || new HashSet<>(cards).size() < cards.size()) {
            return envelope.refused("号码非法", "a card is not a number, or comes twice");
        }
        if (cards.stream().anyMatch(c -> omissions.poisons(c) || faults.of(c) == FaultKind.POISONED)) {
            return envelope.failed("号码非法");
        }
        return faulty(cards, fault);
    }

    private Answer faulty(List<String> cards, @Nullable FaultKind fault) {
        if (fault == FaultKind.TOO_LONG && cards.size() > config.longest) {
            return Answer.http(414, "", null);
        }
        Answer odd = EnvelopeFaults.iotbos(fault, envelope);
        if (odd != null) {
            return odd;
        }
        if (fault == FaultKind.TOKEN_REFUSED) {
            return envelope.failed("accessToken无效");
        }
        List<String> given = new ArrayList<>(omissions.left(cards));
        if (fault == FaultKind.MISSING_CARD && !given.isEmpty()) {
            given.remove(faults.draw("missing " + query).nextInt(given.size()));
        } else if (fault == FaultKind.STRAY_CARD) {
            given.add(
                    given.size() / 2,
                    "1999" + (100_000_000L + faults.draw("stray " + query).nextInt(100_000_000)));
        }
        if (fault == FaultKind.OTHER_NUMBERS) {
            return envelope.ok(items.of(given, "86"));
        }
        return envelope.ok(items.of(given, "")).giving(given);
    }

    private static boolean isNumber(String card) {
        return !card.isEmpty() && card.length() <= 20 && card.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}

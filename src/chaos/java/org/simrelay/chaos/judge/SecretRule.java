package org.simrelay.chaos.judge;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simrelay.chaos.world.ServiceProcess;
import org.simrelay.sandbox.vendor.Forged;

/** No secret, nor the half of one, in any record or log; no card's number in a log; no line or escape of the vendor's own. */
final class SecretRule implements Rule {
    private static final int PART = 16;
    private static final Pattern WORD = Pattern.compile("[0-9a-f-]{" + PART + ",}");
    private static final Pattern CARD = Pattern.compile("(?:1064804|14403)\\d{6,8}");
    private static final String[] PASSWORDS = {
        "canary-kafka",
        "canary-cmiot",
        "canary&iotbos",
        "canary%26iotbos",
        "canary&amp;iotbos",
        "canary\\u0026iotbos",
        "iotbos=pass",
        "iotbos%3dpass"
    };

    @Override
    public void look(Evidence evidence, Consumer<Finding> found) {
        Set<String> secrets = new HashSet<>();
        evidence.tokens().forEach(t -> secrets.add(t.substring(0, PART)));
        evidence.seen().forEach(s -> {
            String token = s.parameters().getOrDefault("token", "");
            if (token.length() >= PART) {
                secrets.add(token.substring(0, PART));
            }
        });
        evidence.records().forEach(r -> secret(r.all(), r.topic() + " " + r.id(), secrets, found));
        for (ServiceProcess process : evidence.processes()) {
            log(process, secrets, found);
        }
    }

    private static void log(ServiceProcess process, Set<String> secrets, Consumer<Finding> found) {
        for (String line : process.log().split("[\n\r]", -1)) {
            secret(line, "the log", secrets, found);
            Matcher card = CARD.matcher(line);
            if (card.find()) {
                found.accept(new Finding("card-in-log", line));
            }
            if (line.startsWith(Forged.LINE) || line.indexOf('\u001b') >= 0) {
                found.accept(new Finding("forged", line));
            }
        }
    }

    private static void secret(String text, String where, Set<String> secrets, Consumer<Finding> found) {
        String low = text.toLowerCase(Locale.ROOT);
        for (String password : PASSWORDS) {
            if (low.contains(password)) {
                found.accept(
                        new Finding("secret", password + " in " + where + ": " + around(text, low.indexOf(password))));
                return;
            }
        }
        Matcher word = WORD.matcher(low);
        while (word.find()) {
            for (int at = word.start(); at + PART <= word.end(); at++) {
                if (secrets.contains(low.substring(at, at + PART))) {
                    found.accept(new Finding("secret", "a token in " + where + ": " + around(text, at)));
                    return;
                }
            }
        }
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 150), Math.min(text.length(), at + 80));
    }
}

package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at the order of what {@code digest} and {@code hmac} take: the algorithm, for hmac the key, the text. */
final class DigestArguments {

    /** Something to say of a part of a JSLT text. */
    record Said(String near, int offset, String words) {}

    private static final Pattern CALL = Pattern.compile("(?<![\\w$.:-])(?<function>(digest|hmac)(-base64)?)\\s*\\(");
    private static final Pattern ALGORITHM = Pattern.compile("(?i)\"(md5|sha-?(1|224|256|384|512)|sm3)\"");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"");

    private DigestArguments() {}

    /** @param secrets the names of the credentials that are not public */
    static List<Said> in(String jslt, Set<String> secrets) {
        List<Said> said = new ArrayList<>();
        Matcher call = CALL.matcher(jslt);
        while (call.find()) {
            List<Argument> arguments = arguments(jslt, call.end());
            boolean isHmac = call.group("function").startsWith("hmac");
            if (arguments.size() == (isHmac ? 3 : 2)) {
                look(call.group("function"), arguments, isHmac, secrets, said);
            }
        }
        return said;
    }

    private static void look(
            String function, List<Argument> arguments, boolean isHmac, Set<String> secrets, List<Said> said) {
        String form = function + (isHmac ? "(name, key, text)" : "(name, text)");
        Argument first = arguments.get(0);
        for (Argument other : arguments.subList(1, arguments.size())) {
            if (ALGORITHM.matcher(other.text()).matches()
                    && !ALGORITHM.matcher(first.text()).matches()) {
                said.add(new Said(other.text(), other.offset(), "the algorithm stands first; write " + form));
                return;
            }
        }
        if (!isHmac) {
            return;
        }
        Argument key = arguments.get(1);
        Argument text = arguments.get(2);
        if (secrets.stream().anyMatch(text::isCredential)
                && secrets.stream().noneMatch(key::names)
                && !LITERAL.matcher(key.text()).matches()) {
            said.add(new Said(
                    text.text(), text.offset(), "the secret is the key, and stands before the text; write " + form));
        }
    }

    private record Argument(String text, int offset) {
        boolean names(String credential) {
            return Pattern.compile("\\$credentials\\s*\\.\\s*\"?" + Pattern.quote(credential) + "(?![\\w-])")
                    .matcher(text)
                    .find();
        }

        boolean isCredential(String credential) {
            return text.matches("\\$credentials\\s*\\.\\s*\"?" + Pattern.quote(credential) + "\"?");
        }
    }

    /** What stands between the commas, up to the bracket that closes. */
    private static List<Argument> arguments(String jslt, int from) {
        List<Argument> arguments = new ArrayList<>();
        int depth = 0;
        int begin = from;
        for (int at = from; at < jslt.length(); at++) {
            char c = jslt.charAt(at);
            if (c == '"') {
                at = closing(jslt, at);
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0 && depth-- == 0) {
                add(jslt, begin, at, arguments);
                return arguments;
            } else if (c == ',' && depth == 0) {
                add(jslt, begin, at, arguments);
                begin = at + 1;
            }
        }
        return List.of();
    }

    private static int closing(String jslt, int quote) {
        int at = quote + 1;
        while (at < jslt.length() && jslt.charAt(at) != '"') {
            at += jslt.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    private static void add(String jslt, int begin, int end, List<Argument> arguments) {
        String part = jslt.substring(begin, end);
        int blank = part.length() - part.stripLeading().length();
        arguments.add(new Argument(part.strip(), begin + blank));
    }
}

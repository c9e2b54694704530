package org.simrelay.check;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions of other languages, and what the same is here. */
final class KnownHabits {

    private static final Map<String, String> HERE = Map.ofEntries(
            Map.entry("elif", "else if (…)"),
            Map.entry("elseif", "else if (…)"),
            Map.entry("isnull", "… == null"),
            Map.entry("isempty", "… == null"),
            Map.entry("exists", "… != null"),
            Map.entry("ifnull", "fallback(…)"),
            Map.entry("coalesce", "fallback(…)"),
            Map.entry("nvl", "fallback(…)"),
            Map.entry("default", "fallback(…)"),
            Map.entry("integer", "int(…)"),
            Map.entry("toint", "int(…)"),
            Map.entry("parseint", "int(…)"),
            Map.entry("long", "int(…)"),
            Map.entry("tonumber", "decimal(…)"),
            Map.entry("float", "decimal(…)"),
            Map.entry("double", "decimal(…)"),
            Map.entry("parsefloat", "decimal(…)"),
            Map.entry("str", "text(…)"),
            Map.entry("tostring", "text(…)"),
            Map.entry("len", "size(…)"),
            Map.entry("length", "size(…)"),
            Map.entry("count", "size(…)"),
            Map.entry("concat", "… + …"),
            Map.entry("upper", "uppercase(…)"),
            Map.entry("toupper", "uppercase(…)"),
            Map.entry("touppercase", "uppercase(…)"),
            Map.entry("lower", "lowercase(…)"),
            Map.entry("tolower", "lowercase(…)"),
            Map.entry("tolowercase", "lowercase(…)"),
            Map.entry("md5", "digest(\"md5\", …)"),
            Map.entry("sha1", "digest(\"sha1\", …)"),
            Map.entry("sha256", "digest(\"sha256\", …)"),
            Map.entry("sha512", "digest(\"sha512\", …)"),
            Map.entry("sm3", "digest(\"sm3\", …)"),
            Map.entry("hmacsha256", "hmac(\"sha256\", key, …)"),
            Map.entry("hmacsha1", "hmac(\"sha1\", key, …)"),
            Map.entry("base64", "digest-base64(…) or hmac-base64(…)"),
            Map.entry("sort", "sorted(object, \"=\", \"&\")"),
            Map.entry("parsejson", "from-json(…)"),
            Map.entry("tojsonstring", "to-json(…)"),
            Map.entry("substring", "….[from : to]"),
            Map.entry("substr", "….[from : to]"));

    private KnownHabits() {}

    /** What is written here for a function of this name; null where nothing is known of it. */
    static @Nullable String here(String function) {
        return HERE.get(function.replaceAll("[-_]", "").toLowerCase(Locale.ROOT));
    }
}

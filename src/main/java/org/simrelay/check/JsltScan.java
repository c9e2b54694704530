package org.simrelay.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names in a JSLT text: which variables and functions it uses, less those that it makes itself.
 *
 * @param uses in their order
 * @param quoted variables that stand in quotes, and so are texts
 */
public record JsltScan(List<Use> uses, List<Use> quoted) {

    /**
     * A use of a name.
     *
     * @param text as it is written, {@code $card} or {@code join}
     * @param offset where it stands, from 0
     * @param field behind a variable, {@code appid} of {@code $credentials.appid}; null where there is none
     */
    public record Use(String text, int offset, @Nullable String field) {
        public boolean isVariable() {
            return text.startsWith("$");
        }

        String name() {
            return isVariable() ? text.substring(1) : text;
        }
    }

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_-]*";

    // comments and texts are passed over
    private static final Pattern TOKEN = Pattern.compile("//[^\\n]*|import\\s+\"[^\"]*\"\\s+as\\s+(?<module>" + NAME
            + ")|def\\s+(?<function>" + NAME + ")\\s*\\((?<parameters>[^)]*)\\)|let\\s+(?<let>" + NAME
            + ")|\\$(?<variable>" + NAME + ")(\\s*\\.\\s*(?<field>" + NAME + "))?|(?<![.$\\w-])(?<call>" + NAME + "(:"
            + NAME + ")?)\\s*\\(|\"(?<quoted>\\$" + NAME + ")\"|\"(\\\\.|[^\"\\\\])*\"");
    private static final Set<String> KEYWORDS = Set.of("if", "else", "for", "let", "def", "and", "or", "import", "as");

    public static JsltScan of(String jslt) {
        List<Use> uses = new ArrayList<>();
        List<Use> quoted = new ArrayList<>();
        Set<String> own = new HashSet<>();
        Matcher token = TOKEN.matcher(jslt);
        while (token.find()) {
            group(token, "let", own, "$");
            group(token, "function", own, "");
            String parameters = token.group("parameters");
            if (parameters != null) {
                for (String parameter : parameters.split(",", -1)) {
                    own.add("$" + parameter.strip());
                }
            }
            if (token.group("variable") != null) {
                uses.add(new Use("$" + token.group("variable"), token.start(), token.group("field")));
            }
            if (token.group("quoted") != null) {
                quoted.add(new Use(token.group("quoted"), token.start(), null));
            }
            String call = token.group("call");
            // what an import brings is known only to who reads the import
            if (call != null && !KEYWORDS.contains(call) && !call.contains(":")) {
                uses.add(new Use(call, token.start(), null));
            }
        }
        uses.removeIf(use -> own.contains(use.text()));
        return new JsltScan(uses, quoted);
    }

    private static void group(Matcher token, String name, Set<String> to, String prefix) {
        if (token.group(name) != null) {
            to.add(prefix + token.group(name));
        }
    }
}

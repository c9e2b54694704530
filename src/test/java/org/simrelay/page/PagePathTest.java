package org.simrelay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.simrelay.web.WebAnswer;
import org.simrelay.web.WebRequest;

/** The page brings all it needs, and lets nothing else in. */
class PagePathTest {

    private final WebAnswer page = new PagePath().answer(new WebRequest(Map.of(), false));

    @Test
    void thePolicyNamesItsOwnScriptAndStyleAlone() {
        String policy = page.headers().get("Content-Security-Policy");
        assertThat(policy)
                .startsWith("default-src 'none'")
                .containsPattern("script-src 'sha256-[A-Za-z0-9+/]{43}='")
                .doesNotContain("unsafe");
        assertThat(Pattern.compile("<script").matcher(page.body()).results().count())
                .isEqualTo(1);
        // neither would the policy let them in
        assertThat(page.body()).doesNotContainPattern("style=\"").doesNotContainPattern("\\son[a-z]+=\"");
    }

    @Test
    void nothingComesFromOutside() {
        assertThat(page.body())
                .doesNotContainPattern("(src|href)=\"(?!data:|#)")
                .doesNotContain("http://")
                .doesNotContain("https://");
    }

    @Test
    void noTextBecomesMarkup() {
        assertThat(page.body())
                .doesNotContain("innerHTML")
                .doesNotContain("outerHTML")
                .doesNotContain("insertAdjacentHTML")
                .doesNotContain("document.write")
                .doesNotContain("eval(");
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        String script = page.body();
        int chinese = script.indexOf("  zh: {");
        int end = script.indexOf("};", chinese);
        assertThat(words(script.substring(script.indexOf("  en: {"), chinese)))
                .hasSizeGreaterThan(50)
                .isEqualTo(words(script.substring(chinese, end)));
    }

    /** The names of the words of a language: what stands before a colon where a new one begins. */
    private static Set<String> words(String language) {
        Matcher name =
                Pattern.compile("[{,]\\s+([A-Za-z_]+): (?=\"|\\(|[a-z] =>)").matcher(language);
        Set<String> names = new TreeSet<>();
        name.results().forEach(found -> names.add(found.group(1)));
        return names;
    }
}

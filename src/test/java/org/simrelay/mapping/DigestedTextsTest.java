package org.simrelay.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a signature was made over is shown in the order that it was made. */
class DigestedTextsTest {

    private static final JsonNode ASKED =
            new ObjectMapper().createObjectNode().put("b", "2").put("a", 1);
    private static final Map<String, JsonNode> SECRET = Map.of("key", TextNode.valueOf("***"));

    @Test
    void aDigestOfADigestIsTwoLines() {
        assertThat(DigestedTexts.of(
                        "uppercase(digest(\"md5\", sorted(., \"=\", \"&\") + digest(\"sha256\", $key)))",
                        SECRET,
                        ASKED))
                .containsExactly("sha256 over \"***\"", "md5 over \"a=1&b=2<sha256>\"");
    }

    @Test
    void theKeyOfAnHmacIsNotShown() {
        assertThat(DigestedTexts.of("hmac-base64(\"sha1\", $key, .b)", SECRET, ASKED))
                .containsExactly("hmac-sha1-base64 over \"2\"");
    }

    @Test
    void whatCannotBeEvaluatedHasNone() {
        assertThat(DigestedTexts.of("digest(\"md5\", $other)", SECRET, ASKED)).isEmpty();
    }
}

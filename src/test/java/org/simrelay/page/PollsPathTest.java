package org.simrelay.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simrelay.records.Json;
import org.simrelay.status.OpenTotal;
import org.simrelay.web.WebAnswer;
import org.simrelay.web.WebRequest;

/** What the API says of the service, and whom it shows card numbers. */
class PollsPathTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final PollsPath path = new PollsPath(() -> Pictures.of(NOW, true));

    private String body(boolean trusted) {
        WebAnswer answer = path.answer(new WebRequest(Map.of(), trusted));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo("application/json");
        return answer.body();
    }

    private JsonNode json(boolean trusted) throws Exception {
        return Json.MAPPER.readTree(body(trusted));
    }

    @Test
    void withoutTheTokenNoCardNumberIsShown() throws Exception {
        assertThat(body(false)).doesNotContain(Pictures.CARD).doesNotContain("1064876543211");
        JsonNode failure = json(false).at("/failures/newest/0");
        assertThat(failure.at("/cards/0").textValue()).isEqualTo("****3210");
        assertThat(failure.at("/message").textValue()).endsWith("of ****3210");
        assertThat(json(false).at("/polls/1/last/reason").textValue()).startsWith("card ****3210");
    }

    @Test
    void withTheTokenTheyAreShownInFull() throws Exception {
        JsonNode json = json(true);
        assertThat(json.at("/cardsInFull").booleanValue()).isTrue();
        assertThat(json.at("/failures/newest/0/cards/0").textValue()).isEqualTo(Pictures.CARD);
        assertThat(json.at("/failures/newest/0/message").textValue()).contains(Pictures.CARD);
    }

    @Test
    void eachPollSaysHowItStands() throws Exception {
        JsonNode polls = json(false).path("polls");
        assertThat(polls.findValuesAsText("state")).containsExactly("idle", "running", "waiting", "paused", "off");
        assertThat(polls.at("/0/ageSeconds").longValue()).isEqualTo(1_500);
        assertThat(polls.at("/0/sweep").isNull()).isTrue();
        assertThat(polls.at("/1/sweep/published").longValue()).isEqualTo(200);
        assertThat(polls.at("/1/sweep/unchanged").longValue()).isEqualTo(1_000);
        assertThat(polls.at("/0/last/unchanged").longValue()).isEqualTo(90);
        assertThat(polls.at("/1/sweep/expected").longValue()).isEqualTo(3_000);
        assertThat(polls.at("/1/sweep/expectedEnd").textValue()).isEqualTo("2026-11-22T08:01:30Z");
        assertThat(polls.at("/1/open/cards").longValue()).isEqualTo(60);
        assertThat(polls.at("/2/waitsFor").textValue()).isEqualTo("vendor");
        assertThat(polls.at("/2/completeAt").isNull()).isTrue();
        assertThat(polls.at("/2/ageSeconds").isNull()).isTrue();
        assertThat(polls.at("/4/reason").textValue()).isEqualTo("onelink.enabled is false");
    }

    @Test
    void whatStandsOpenIsNotKnownBeforeTheLedgerWasRead() throws Exception {
        Picture read = Pictures.of(NOW, true);
        Picture begun = new Picture(
                read.at(),
                read.startedAt(),
                false,
                null,
                false,
                read.polls(),
                read.accounts(),
                OpenTotal.NONE,
                false,
                List.of());
        WebAnswer answer = new PollsPath(() -> begun).answer(new WebRequest(Map.of(), false));
        JsonNode json = Json.MAPPER.readTree(answer.body());
        assertThat(json.path("ledgerRead").booleanValue()).isFalse();
        for (String open :
                List.of("/failures/records", "/failures/cards", "/polls/0/open/records", "/polls/1/open/cards")) {
            assertThat(json.at(open).isNull()).as(open).isTrue();
        }
    }

    @Test
    void eachAccountSaysItsPermitsAndOutcomes() throws Exception {
        JsonNode account = json(false).at("/accounts/1");
        assertThat(account.path("breaker").textValue()).isEqualTo("open");
        assertThat(account.path("inUse").intValue()).isEqualTo(4);
        assertThat(account.path("leftToday").longValue()).isZero();
        assertThat(account.at("/outcomes/transient").longValue()).isEqualTo(1_234);
    }

    @Test
    void eachSaysWhoHasItsAccountAndNothingThatOnlyThatOneKnows() throws Exception {
        JsonNode json = json(false);
        assertThat(json.at("/polls/0/owner/here").booleanValue()).isTrue();
        assertThat(json.at("/polls/2/owner/here").booleanValue()).isFalse();
        assertThat(json.at("/polls/2/owner/address").textValue()).isEqualTo("two:8077");
        assertThat(json.at("/polls/2/owner/instance").textValue()).isEqualTo("two-2-b");
        assertThat(json.at("/polls/2/owner/since").textValue()).isEqualTo("2026-11-22T07:00:00Z");
        assertThat(json.at("/polls/3/owner").isNull()).isTrue();
        JsonNode away = json.at("/accounts/2");
        assertThat(away.at("/owner/address").textValue()).isEqualTo("two:8077");
        assertThat(away.path("breaker").isNull()).isTrue();
        assertThat(away.path("inUse").isNull()).isTrue();
        assertThat(away.path("leftToday").isNull()).isTrue();
        assertThat(away.path("requestsPerDay").longValue()).isEqualTo(5_000);
    }
}

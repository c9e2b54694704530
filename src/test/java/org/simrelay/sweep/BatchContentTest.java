package org.simrelay.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simrelay.account.Session;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;

/** When a batch's content is to blame for a refused token, or for a reply that cannot be read. */
class BatchContentTest {

    private final Session session = new Session(Clock.systemUTC(), pause -> {}, Duration.ofSeconds(1));
    private final RequestFailure refused = new RequestFailure(Outcome.REAUTH, "0", "failed", null, Outcome.BATCH);
    private final Request whole = BatchRequest.of(1, List.of("1001", "1002", "1003", "1004"));

    @BeforeEach
    void logsIn() throws Exception {
        login(null, "token-1");
    }

    private void login(@Nullable String refusedToken, String token) throws Exception {
        assertThat(session.token(refusedToken, () -> new Session.Token(token, Duration.ofHours(2)))
                        .value())
                .isEqualTo(token);
    }

    private Outcome judged(Request request, RequestFailure failure) {
        request.attempts().failed(failure);
        return BatchContent.believed(failure, request, session).outcome();
    }

    private Request part(Request request) {
        Request part = ((BatchRequest) request).half(1, session.accepted());
        part.attempts().tokens().use("token-1");
        return part;
    }

    /** A batch that was refused a fresh token too. */
    private Request refusedTwice() {
        whole.attempts().tokens().use("token-0");
        assertThat(whole.attempts().tokens().isReauthenticated()).isFalse();
        whole.attempts().tokens().reauthenticate();
        return whole;
    }

    @Test
    void aWholeBatchIsAskedAgainWithAFreshToken() {
        whole.attempts().tokens().use("token-1");
        session.worked("token-1");
        assertThat(judged(whole, refused)).isEqualTo(Outcome.REAUTH);
    }

    @Test
    void aPartOfABatchThatWasRefusedAFreshTokenNeedsNone() {
        assertThat(judged(part(refusedTwice()), refused)).isEqualTo(Outcome.BATCH);
    }

    @Test
    void aPartOfABatchThatWasSplitForAnotherReasonIsAskedWithAFreshToken() {
        assertThat(judged(part(whole), refused)).isEqualTo(Outcome.REAUTH);
    }

    @Test
    void aPartWhoseTokenWasReplacedMeanwhileIsAskedAgain() throws Exception {
        Request part = part(refusedTwice());
        session.worked("token-1");
        login("token-1", "token-2");
        assertThat(judged(part, refused)).isEqualTo(Outcome.REAUTH);
    }

    @Test
    void aCardAloneIsBelievedBadOnlyWhereItsTokenWasAcceptedSinceItsBatchWasRefused() {
        session.worked("token-1");
        Request card = part(part(refusedTwice()));
        assertThat(judged(card, refused)).isEqualTo(Outcome.REAUTH);
        session.worked("token-1");
        assertThat(judged(card, refused)).isEqualTo(Outcome.BATCH);
    }

    @Test
    void whereAFreshTokenThatIsRefusedMeansDeniedItIsNotTheBatch() {
        RequestFailure denied = new RequestFailure(Outcome.REAUTH, "7", "failed", null, Outcome.DENIED);
        assertThat(judged(part(refusedTwice()), denied)).isEqualTo(Outcome.REAUTH);
    }

    @Test
    void aReplyThatIsUnreadableTheSameWayTwiceIsTheBatch() {
        RequestFailure tab = RequestFailure.unreadable("a tab", "the reply is no JSON: a tab");
        assertThat(judged(whole, tab)).isEqualTo(Outcome.TRANSIENT);
        assertThat(judged(whole, tab)).isEqualTo(Outcome.BATCH);
        assertThat(judged(part(whole), tab)).isEqualTo(Outcome.BATCH);
        assertThat(judged(part(part(whole)), tab)).isEqualTo(Outcome.BATCH);
    }

    @Test
    void aReplyThatIsUnreadableAnotherWayPasses() {
        for (int i = 0; i < 10; i++) {
            assertThat(judged(whole, RequestFailure.unreadable("cut at " + i, "the reply is no JSON")))
                    .isEqualTo(Outcome.TRANSIENT);
        }
    }

    @Test
    void aReplyThatDoesNotEvenBeginAsOnePasses() {
        for (int i = 0; i < 10; i++) {
            assertThat(judged(whole, RequestFailure.unreadable(null, "the reply is no JSON")))
                    .isEqualTo(Outcome.TRANSIENT);
        }
    }

    @Test
    void aPageOrACardThatWasNeverPartOfABatchHasNothingToBeSplitFrom() {
        RequestFailure tab = RequestFailure.unreadable("a tab", "the reply is no JSON: a tab");
        for (Request request : List.of(PageRequest.of(1, 1), BatchRequest.of(1, List.of("1001")))) {
            assertThat(judged(request, tab)).isEqualTo(Outcome.TRANSIENT);
            assertThat(judged(request, tab)).isEqualTo(Outcome.TRANSIENT);
        }
    }
}

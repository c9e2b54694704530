package org.simrelay.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simrelay.mask.Mask;
import org.simrelay.mask.Visible;
import org.simrelay.web.WebAnswer;
import org.simrelay.web.WebPath;
import org.simrelay.web.WebRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /api/polls/<poll>/<action>}, for all accounts of the poll or the one that {@code ?account=} names. */
public final class ActionPath implements WebPath {

    private static final Logger LOG = LoggerFactory.getLogger(ActionPath.class);
    private static final int MOST_NAME = 100;

    private final Action action;
    private final KnownPolls polls;
    private final Dispatch actions;

    private ActionPath(Action action, KnownPolls polls, Dispatch actions) {
        this.action = action;
        this.polls = polls;
        this.actions = actions;
    }

    /** A path for each action. */
    public static List<WebPath> all(KnownPolls polls, Dispatch actions) {
        return Arrays.stream(Action.values())
                .<WebPath>map(action -> new ActionPath(action, polls, actions))
                .toList();
    }

    @Override
    public String path() {
        return PollsPath.PATH + "/:poll/" + action.word();
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public WebAnswer answer(WebRequest request) {
        String poll = String.valueOf(request.parameter("poll"));
        String account = request.parameter("account");
        Map<String, List<String>> on = polls.on();
        List<String> accounts = on.get(poll);
        String off = polls.off().get(poll);
        if (accounts == null && off != null) {
            return text(409, poll + " is off: " + off + " is false");
        }
        if (accounts == null) {
            return unknown("poll", poll, List.copyOf(on.keySet()));
        }
        if (account != null && !accounts.contains(account)) {
            return unknown("account", account, accounts);
        }
        WebAnswer answer = actions.act(action, poll, chosen(accounts, account), request.fromPeer());
        LOG.info("{} of {} was asked for over HTTP: {}", action.word(), poll, answer.status());
        return answer;
    }

    private static List<String> chosen(List<String> accounts, @Nullable String account) {
        return account == null ? accounts : List.of(account);
    }

    private static WebAnswer unknown(String what, String name, List<String> there) {
        String shown = Mask.shown(Visible.line(name), MOST_NAME);
        return text(404, "there is no " + what + " \"" + shown + "\" here; there are " + String.join(", ", there));
    }

    /** What is wrong, and what to do. */
    static WebAnswer text(int status, String text) {
        return WebAnswer.text(status, text + "\n");
    }
}

package org.simrelay.page;

import java.util.function.Supplier;
import org.simrelay.web.WebAnswer;
import org.simrelay.web.WebPath;
import org.simrelay.web.WebRequest;

/** {@code GET /api/polls}: the running service, with card numbers in full for who has the token. */
public final class PollsPath implements WebPath {

    /** Its path. */
    static final String PATH = "/api/polls";

    private final Supplier<Picture> live;

    public PollsPath(Live live) {
        this(live::picture);
    }

    PollsPath(Supplier<Picture> live) {
        this.live = live;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public WebAnswer answer(WebRequest request) {
        String json =
                new PictureJson(live.get(), new Shown(request.trusted())).json().toString();
        return WebAnswer.json(200, json + "\n").with("Referrer-Policy", "no-referrer");
    }
}

package org.simrelay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser shows it. */
class PageBrowserTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @BeforeEach
    void needsABrowser() {
        Assumptions.assumeTrue(
                Chromium.isThere(),
                "there is no /usr/bin/chromium here, so nobody has looked at the page: apt-get install chromium");
    }

    @Test
    void showsEachPollAndLetsNoMarkupOfAVendorIn() throws Exception {
        try (PageServer server = new PageServer(() -> Pictures.of(Instant.now(), true))) {
            String dom = new Chromium(dir).dom(server.url(), 3_000, "--accept-lang=en");
            assertThat(dom)
                    .contains("iotbos-usage")
                    .contains("iotbos-balance.second")
                    .contains("1,200 of 3,000, 1,000 unchanged, 3 failed")
                    .contains("▶ running")
                    .contains("****3210")
                    .contains("onelink-dayusage: onelink.enabled is false")
                    .contains("&lt;img src=x onerror=alert(1)&gt;")
                    .doesNotContain(Pictures.MARKUP)
                    .doesNotContain(Pictures.CARD);
            assertThat(dom).containsPattern("id=\"unreachable\" hidden").containsPattern("id=\"kafka\" hidden");
        }
    }

    @Test
    void namesTheMachineOfEachAccountWhereThereIsMoreThanOne() throws Exception {
        try (PageServer server = new PageServer(() -> Pictures.of(Instant.now(), true))) {
            String dom = new Chromium(dir).dom(server.url(), 3_000, "--accept-lang=en");
            assertThat(dom)
                    .contains("<dd>this one</dd>")
                    .contains("<dd>two:8077 (two-2-b)</dd>")
                    .contains("<dd>no machine now</dd>")
                    .contains(">on another machine</span>")
                    .contains("what it does is seen on two:8077")
                    // whether that one has paused it nobody knows here
                    .contains("Resume: iotbos-balance.second")
                    .containsPattern("<button[^>]*hidden[^>]*>Resume</button>");
        }
    }

    @Test
    void speaksChineseAndSaysThatKafkaIsAway() throws Exception {
        try (PageServer server = new PageServer(() -> Pictures.of(Instant.now(), false))) {
            String dom = new Chromium(dir).dom(server.url(), 3_000, "--accept-lang=zh-CN");
            assertThat(dom).contains("<html lang=\"zh-CN\">").contains("立即运行").contains("Kafka 没有应答");
        }
    }

    @Test
    void saysHowOldItIsOnceTheServiceIsGone() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (PageServer server = new PageServer(() -> {
            if (asked.getAndIncrement() > 0) {
                throw new IllegalStateException("gone");
            }
            return Pictures.of(Instant.now(), true);
        })) {
            String dom = new Chromium(dir).dom(server.url(), 9_000, "--accept-lang=en");
            assertThat(dom)
                    .contains("The service cannot be reached any more")
                    .contains("What is shown is of")
                    .contains("iotbos-usage")
                    .doesNotContainPattern("id=\"unreachable\" hidden");
        }
    }
}

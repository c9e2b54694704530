package org.simrelay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.DryRunRecord;
import org.simrelay.kafka.Topics;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.PreviewMatch;

/** What a preview shows: what went out, what came, what was found in it, and the records that would come of it. */
final class PreviewReport {

    private static final int MOST_SHOWN = 10;

    private final String poll;
    private final Preview preview;
    private final @Nullable String card;
    private final List<DryRunRecord> records;
    private final PreviewVerdict verdict;

    /** As the other, with no verdict on the records. */
    PreviewReport(String poll, Preview preview, @Nullable String card, List<DryRunRecord> records) {
        this(poll, preview, card, records, PreviewVerdict.NONE);
    }

    /**
     * @param card the one to show; null for all
     * @param records those that would be published
     * @param verdict what is wrong with each
     */
    PreviewReport(
            String poll, Preview preview, @Nullable String card, List<DryRunRecord> records, PreviewVerdict verdict) {
        this.poll = poll;
        this.verdict = verdict;
        this.preview = preview;
        this.card = card;
        this.records = records.stream()
                .filter(record -> card == null || isOf(record, card))
                .toList();
    }

    /** Whether a record is of a card; a failure that names no cards may be of any. */
    private static boolean isOf(DryRunRecord record, String card) {
        return record.topic().equals(Topics.FAILURES)
                ? !record.value().contains("\"cards\":[") || record.value().contains("\"" + card + "\"")
                : record.key().equals(card);
    }

    /** Whether there was an answer, and no card of it failed. */
    boolean isGood() {
        return preview.reply() != null
                && preview.failure() == null
                && records.stream().noneMatch(record -> record.topic().equals(Topics.FAILURES))
                && records.stream().allMatch(record -> verdict.of(record).isEmpty());
    }

    /** For people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(PreviewCallLines.login(preview));
        String why = why();
        lines.add("request  " + shown(preview.request(), "none went out" + (why == null ? "" : ": " + why)));
        lines.addAll(PreviewCallLines.of(preview.call()));
        lines.addAll(PreviewCallLines.body("reply    ", shown(preview.reply(), "none came")));
        if (!nothingWentOut()) {
            RequestFailure failure = preview.failure();
            String code = failure == null || failure.code() == null ? "" : " (" + failure.code() + ")";
            lines.add("outcome  " + outcome() + code + (why == null ? "" : ": " + why));
        }
        PreviewMatch match = preview.match();
        if (match != null) {
            lines.addAll(PreviewMatchLines.of(match, preview.isSaved(), card));
        } else if (preview.failure() != null && !preview.arrays().isEmpty()) {
            lines.add(
                    "arrays   " + String.join(", ", preview.arrays()) + " in the reply; list says which has the items");
        }
        records.stream().limit(MOST_SHOWN).forEach(record -> {
            lines.add(record.topic() + "  " + record.key() + "  " + record.value());
            StringJoiner headers = new StringJoiner(" ", "         ", "");
            record.headers().forEach((name, value) -> headers.add(name + "=" + value));
            lines.add(headers.toString());
            List<String> wrong = verdict.of(record);
            wrong.forEach(problem -> lines.add("         schema: " + problem));
            String by = verdict.by(record);
            if (wrong.isEmpty() && by != null) {
                lines.add("         as " + by + " says");
            }
        });
        if (records.size() > MOST_SHOWN) {
            lines.add("… and " + (records.size() - MOST_SHOWN) + " more");
        }
        return lines;
    }

    /** For programs: one object, its texts as for people. */
    String json() {
        return PreviewJson.of(poll, preview, nothingWentOut() ? null : outcome(), why(), records, verdict);
    }

    private String outcome() {
        RequestFailure failure = preview.failure();
        if (failure == null) {
            PreviewMatch match = preview.match();
            return match == null || match.items() > 0 ? Outcome.OK.word() : Outcome.EMPTY.word();
        }
        return failure.outcome().word();
    }

    /** Why there is no answer; null where there is one. */
    private @Nullable String why() {
        RequestFailure failure = preview.failure();
        if (failure != null) {
            return failure.reason();
        }
        return nothingWentOut() ? preview.end() : null;
    }

    private boolean nothingWentOut() {
        String request = preview.request();
        return request == null || request.isEmpty();
    }

    private static String shown(@Nullable String text, String none) {
        return text == null || text.isEmpty() ? "(" + none + ")" : text;
    }
}

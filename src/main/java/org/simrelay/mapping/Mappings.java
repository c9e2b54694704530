package org.simrelay.mapping;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.simrelay.config.RouteFiles;
import org.simrelay.schema.Schemas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mappings of the polls, each compiled with its query's schema when it is first used. */
public final class Mappings {

    private static final Logger LOG = LoggerFactory.getLogger(Mappings.class);

    private final RouteFiles files;
    private final Schemas schemas;
    private final ThreadLocal<ValueWriter> writers;
    private final Map<String, Mapping> compiled = new ConcurrentHashMap<>();
    // the fields that had a value in a sweep since the start, by what the sweeps of a poll and account share
    private final Map<String, Set<String>> filled = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> unmapped = new ConcurrentHashMap<>();
    private volatile Function<String, List<String>> words = poll -> List.of();

    /** @param writer writes decimals with their digits */
    public Mappings(RouteFiles files, ObjectWriter writer) {
        this.files = files;
        this.schemas = new Schemas(files);
        this.writers = ThreadLocal.withInitial(() -> new ValueWriter(writer));
    }

    /**
     * Compiles a poll's mapping.
     *
     * @throws IllegalArgumentException naming the file and what is wrong with it
     */
    public Mapping of(String poll) {
        return compiled.computeIfAbsent(poll, this::compile);
    }

    /** @param words what is wrong with the mapping of a poll, a message each with file, line and remedy */
    public void explainedBy(Function<String, List<String>> words) {
        this.words = words;
    }

    /**
     * Compiles a poll's mapping afresh, for the sweep that begins. One that is broken is rejected and said so; the
     * previous version stays active.
     */
    public void refresh(String poll) {
        try {
            compiled.put(poll, compile(poll));
        } catch (IllegalArgumentException e) {
            List<String> said = words.apply(poll);
            LOG.error(
                    "the mapping or its schema is rejected, {}: {}",
                    compiled.containsKey(poll) ? "the previous version stays active" : "there is none before it",
                    said.isEmpty() ? e.getMessage() : String.join("; ", said));
        }
    }

    /**
     * A sweep begins.
     *
     * @param sweeps what all sweeps of the poll for the account share
     */
    public void expect(String sweeps, FilledFields fields) {
        fields.expect(Set.copyOf(filled.getOrDefault(sweeps, Set.of())));
    }

    /** Says which fields were null in all of a sweep's records, and never before since the start. */
    public void reportLost(String poll, String sweeps, String sweep, FilledFields fields) {
        Set<String> lost = fields.lost();
        if (!lost.isEmpty()) {
            LOG.warn(
                    "{}: null in every record, and never before: {}; look at a reply with \"simrelay preview {}\", and at {}",
                    sweep,
                    String.join(", ", lost),
                    poll,
                    files.mapping(poll));
        }
        filled.computeIfAbsent(sweeps, first -> ConcurrentHashMap.newKeySet()).addAll(fields.filled());
    }

    /** Says what a sweep published in place of other values: "other" for texts without a word, null for placeholder dates. */
    public void reportReplaced(String poll, String sweep) {
        Mapping mapping = compiled.get(poll);
        if (mapping == null) {
            return;
        }
        String dates = mapping.takePlaceholders();
        if (!dates.isEmpty()) {
            LOG.info("{}: null was published for placeholder dates: {}", sweep, dates);
        }
        unmapped.computeIfAbsent(poll, p -> new LongAdder()).add(mapping.takeUnmappedCount());
        String texts = mapping.takeUnmapped();
        if (!texts.isEmpty()) {
            LOG.warn(
                    "{}: \"other\" was said for texts that the mapping has no word for: {}; give them one in {} or in what it imports",
                    sweep,
                    texts,
                    files.mapping(poll));
        }
    }

    /** How often a poll's mapping met a text that it has no word for, in all sweeps that have ended. */
    public long unmapped(String poll) {
        LongAdder count = unmapped.get(poll);
        return count == null ? 0 : count.sum();
    }

    private Mapping compile(String poll) {
        return new Mapping(files.mapping(poll), writers, schemas.of(RouteFiles.query(poll)));
    }
}

package org.simrelay.records;

import com.carrotsearch.hppc.ObjectIntHashMap;
import com.carrotsearch.hppc.cursors.ObjectIntCursor;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.ObjIntConsumer;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The records of one answer, and how many say what in "result": counted as they are made, while they are at hand. */
public final class OutgoingRecords extends AbstractList<Message> implements RandomAccess {

    private final List<Message> records;
    private final ObjectIntHashMap<@Nullable String> results = new ObjectIntHashMap<>();
    private @Nullable String last;
    private int alike;

    /** @param most how many are to be added, as far as known */
    OutgoingRecords(int most) {
        this.records = new ArrayList<>(most);
    }

    void append(OutgoingRecord record) {
        records.add(record);
        // most say the same as the one before
        if (alike > 0 && !Objects.equals(record.result(), last)) {
            settle();
        }
        last = record.result();
        alike++;
    }

    /** Each result, null for none, with how many records say it. */
    public void forEachResult(ObjIntConsumer<@Nullable String> to) {
        settle();
        for (ObjectIntCursor<@Nullable String> result : results) {
            to.accept(result.key, result.value);
        }
    }

    private void settle() {
        if (alike > 0) {
            results.addTo(last, alike);
            alike = 0;
        }
    }

    @Override
    public Message get(int index) {
        return records.get(index);
    }

    @Override
    public int size() {
        return records.size();
    }
}

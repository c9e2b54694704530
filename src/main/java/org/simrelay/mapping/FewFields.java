package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object in their order, looked through one by one while they are few, as an item's and an event's are: a third
 * of the memory of a {@link LinkedHashMap}, which takes over where they are more. For one writing thread.
 */
final class FewFields extends AbstractMap<String, JsonNode> {

    /** More are found faster by their hash. */
    static final int MOST = 12;

    private static final int FIRST = 4;
    private static final @Nullable String[] NONE = {};
    private static final @Nullable JsonNode[] NO_VALUES = {};

    private @Nullable String[] names = new String[FIRST];
    private @Nullable JsonNode[] values = new JsonNode[FIRST];
    private int size;
    // a bit for the hash of each name: most that are looked for in vain, as each new one is, are told by it
    private long hashes;
    private @Nullable Map<String, JsonNode> many;

    @Override
    public int size() {
        return many == null ? size : many.size();
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return many == null ? find(name) >= 0 : many.containsKey(name);
    }

    @Override
    public @Nullable JsonNode get(@Nullable Object name) {
        if (many != null) {
            return many.get(name);
        }
        int at = find(name);
        return at < 0 ? null : values[at];
    }

    @Override
    public @Nullable JsonNode put(String name, JsonNode value) {
        if (many != null) {
            return many.put(name, value);
        }
        int at = find(name);
        if (at >= 0) {
            JsonNode before = values[at];
            values[at] = value;
            return before;
        }
        if (size == MOST) {
            Map<String, JsonNode> all = new LinkedHashMap<>(this);
            many = all;
            names = NONE;
            values = NO_VALUES;
            size = 0;
            return all.put(name, value);
        }
        if (size == names.length) {
            int longer = Math.min(2 * size, MOST);
            names = Arrays.copyOf(names, longer);
            values = Arrays.copyOf(values, longer);
        }
        names[size] = name;
        values[size] = value;
        hashes |= 1L << name.hashCode();
        size++;
        return null;
    }

    @Override
    public @Nullable JsonNode remove(@Nullable Object name) {
        if (many != null) {
            return many.remove(name);
        }
        int at = find(name);
        if (at < 0) {
            return null;
        }
        JsonNode before = values[at];
        removeAt(at);
        return before;
    }

    @Override
    public Set<Map.Entry<String, JsonNode>> entrySet() {
        return many == null ? new Fields() : many.entrySet();
    }

    private void removeAt(int at) {
        size--;
        System.arraycopy(names, at + 1, names, at, size - at);
        System.arraycopy(values, at + 1, values, at, size - at);
        names[size] = null;
        values[size] = null;
    }

    private int find(@Nullable Object name) {
        if (name == null) {
            return -1;
        }
        int hash = name.hashCode();
        if (((hashes >>> hash) & 1) == 0) {
            return -1;
        }
        for (int i = 0; i < size; i++) {
            String one = Objects.requireNonNull(names[i]);
            // Jackson's parser gives the same string for the same name
            if (one == name || (one.hashCode() == hash && one.equals(name))) {
                return i;
            }
        }
        return -1;
    }

    private final class Fields extends AbstractSet<Map.Entry<String, JsonNode>> {

        @Override
        public int size() {
            return size;
        }

        @Override
        public Iterator<Map.Entry<String, JsonNode>> iterator() {
            return new EachField();
        }
    }

    private final class EachField implements Iterator<Map.Entry<String, JsonNode>> {

        private int next;
        private boolean mayRemove;

        @Override
        public boolean hasNext() {
            return next < size || many != null;
        }

        @Override
        public Map.Entry<String, JsonNode> next() {
            if (many != null) {
                throw new ConcurrentModificationException("fields were added meanwhile");
            }
            if (next >= size) {
                throw new NoSuchElementException();
            }
            Field field = new Field(names[next], values[next]);
            next++;
            mayRemove = true;
            return field;
        }

        @Override
        public void remove() {
            if (!mayRemove || next > size) {
                throw new IllegalStateException("there is no field to remove");
            }
            mayRemove = false;
            next--;
            removeAt(next);
        }
    }

    /** A field as it was when it was asked for; to set its value sets the object's. */
    private final class Field extends AbstractMap.SimpleEntry<String, JsonNode> {
        private static final long serialVersionUID = 1L;

        Field(@Nullable String name, @Nullable JsonNode value) {
            super(Objects.requireNonNull(name), Objects.requireNonNull(value));
        }

        @Override
        public JsonNode setValue(JsonNode value) {
            put(getKey(), value);
            return super.setValue(value);
        }
    }
}

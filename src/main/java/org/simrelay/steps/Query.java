package org.simrelay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.SettingsException;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Items;
import org.simrelay.reply.Items.ItemTable;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/**
 * What a poll asks and where the answer stands: the bean of a poll's file, named as the poll. Its shape is the one of {@code batch},
 * {@code page} and {@code next} that is set; without any, one request asks for the whole account.
 *
 * <p>What is asked and where the answer stands are JSLT over {@code $cards}, {@code $card} (of a batch of one), {@code $page},
 * {@code $cursor}, {@code $size} (of the batch or page), {@code $at} (when the sweep was due) and {@code $account} (its name).
 */
public final class Query implements CamelContextAware {

    private static final int LARGEST = 10_000;

    /** The words of {@code publish}. */
    public static final Set<String> PUBLISH = Set.of("all", "changes");

    private final Items items = new Items();
    private int batch;
    private int page;
    private String path = "";
    private Ask ask = Ask.NOTHING;
    private @Nullable String card;
    private boolean hasList;
    private boolean hasTotal;
    private boolean hasNext;
    private boolean endsShort;
    private boolean cleared;
    private boolean completed;
    private boolean publishesChanges;
    private Leaves leaves = Leaves.NOTHING;
    private int everyNth = 48;
    private @Nullable String cards;
    private int minPasses;
    private int maxPasses = 5;
    private int mostPages = 100_000;
    private @Nullable CamelContext context;

    /** How it cuts what it asks into requests. */
    public Shape shape() {
        if (batch > 0) {
            return Shape.BATCH;
        }
        return page > 0 ? Shape.PAGE : hasNext || (hasList && !isOfTheAccount()) ? Shape.CURSOR : Shape.ACCOUNT;
    }

    /** Whether its one record is about the account itself. */
    private boolean isOfTheAccount() {
        return card == null || card.strip().equals("$account");
    }

    /** The cards in a request, or the items on a full page; 0 where neither is set. */
    public int size() {
        return Math.max(batch, page);
    }

    /**
     * The parameters a request asks with: the same for each attempt, and after a restart.
     *
     * @throws RequestFailure rejected, when the poll's {@code ask} gives no object
     */
    public ObjectNode ask(Sweep sweep, Request request) throws RequestFailure {
        ObjectNode asked = request.asked();
        if (asked == null) {
            asked = ask.of(sweep, request, size());
            request.asked(asked);
        }
        return asked;
    }

    /**
     * The items of a reply that was judged ok or empty.
     *
     * @throws RequestFailure unknown, when the list is not where it should be
     */
    public Answer answer(JsonNode reply, Sweep sweep, Request request) throws RequestFailure {
        return items.of(reply, items.namesVariables() ? QueryVariables.ALL.of(sweep, request, size()) : Map.of());
    }

    /** Shape: so many cards of the inventory a request, 1 to 10000. */
    public void setBatch(int batch) {
        this.batch = within("batch", batch, LARGEST);
    }

    /** Shape: so many items on a full page. */
    public void setPage(int page) {
        this.page = within("page", page, LARGEST);
    }

    /** Shape, JSLT over the reply: the cursor of what follows; the list ends where it is null. */
    public void setNext(String jslt) {
        items.setNext(jslt);
        hasNext = true;
    }

    /** Path of the call, behind the vendor's address; {@code {name}} in it takes a parameter of that name out of {@code ask}. */
    public void setPath(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    /** JSLT: an object whose fields are the request's parameters. */
    public void setAsk(String jslt) {
        ask = new Ask(jslt);
    }

    /** JSLT over the reply: the array of items; unset: the reply itself is the one item. */
    public void setList(String jslt) {
        items.setList(jslt);
        hasList = true;
    }

    /** JSLT over an item: its card's number; {@code $card} where a reply about one card does not echo it, {@code $account} where there is none. */
    public void setCard(String jslt) {
        items.setCard(jslt);
        card = jslt;
    }

    /** JSLT over the reply: how many items there are over all pages. */
    public void setTotal(String jslt) {
        items.setTotal(jslt);
        hasTotal = true;
    }

    /** JSLT over the reply: whether one without a list says that there is nothing, rather than that something is wrong. */
    public void setNothing(String jslt) {
        items.setNothing(jslt);
    }

    /** The name of the table of codes that each item is judged by: a bean of the vendor's call file. */
    public void setJudge(Object table) {
        if (table instanceof ItemTable known) {
            items.setJudge(() -> known);
            return;
        }
        String name = String.valueOf(table);
        items.setJudge(() -> table(name));
    }

    private ItemTable table(String name) {
        CamelContext of = context;
        ItemTable table = of == null ? null : of.getRegistry().lookupByNameAndType(name, ItemTable.class);
        if (table == null) {
            throw new SettingsException(
                    "judge names \"" + name + "\", but no route file has a table of codes of this name");
        }
        return table;
    }

    /** Whether what it asks depends on when the sweep was due. */
    public boolean asksByTime() {
        return ask.isByTime();
    }

    /** Whether it asks the same of a card, when due at one time or at another. */
    public boolean asksTheSame(Instant one, Instant other) {
        return ask.isSame(one, other);
    }

    /** The setting that names this poll's inventory; unset: that of its account. */
    public void setCards(String key) {
        cards = key;
    }

    public @Nullable String cards() {
        return cards;
    }

    /** Whether a page that is not full is the list's end, where the reply tells no total. */
    public void setEndsShort(boolean endsShort) {
        this.endsShort = endsShort;
    }

    /** The first pass over the list that may settle it: 2 for pages, 1 for a cursor where unset. */
    public void setMinPasses(int passes) {
        minPasses = within("minPasses", passes, Integer.MAX_VALUE);
    }

    public int minPasses() {
        return minPasses > 0 ? minPasses : shape() == Shape.PAGE ? 2 : 1;
    }

    /** How many passes there are over a list that does not settle, before the sweep is called partial. */
    public void setMaxPasses(int passes) {
        maxPasses = within("maxPasses", passes, Integer.MAX_VALUE);
    }

    public int maxPasses() {
        return maxPasses;
    }

    /** Where reading stops though the list goes on; the sweep is then partial. */
    public void setMostPages(int pages) {
        mostPages = within("mostPages", pages, Integer.MAX_VALUE);
    }

    public int mostPages() {
        return mostPages;
    }

    /** Whether a card that has left the list since the last complete sweep gets an event that says so. */
    public void setCleared(boolean cleared) {
        this.cleared = cleared;
    }

    /** What is said of a card that has left the inventory since the last complete sweep: nothing, event or tombstone. */
    public void setLeaves(String word) {
        leaves = Leaves.of(word);
    }

    Leaves leaves() {
        return leaves;
    }

    /** Whether cards that are gone are told. */
    boolean tellsGone() {
        return cleared || leaves != Leaves.NOTHING;
    }

    /** Which cards get an event: {@code all}, or {@code changes}, those whose value is not the one that Kafka acknowledged last. */
    public void setPublish(String which) {
        if (!PUBLISH.contains(which)) {
            throw new IllegalArgumentException("publish is " + which + " but must be all or changes");
        }
        publishesChanges = which.equals("changes");
    }

    boolean publishesChanges() {
        return publishesChanges;
    }

    /** Of so many sweeps that publish changes one publishes all cards; 48 where unset, a day of the shipped timers. */
    public void setEveryNth(int sweeps) {
        everyNth = within("everyNth", sweeps, 1_000_000);
    }

    int everyNth() {
        return everyNth;
    }

    boolean cleared() {
        return cleared;
    }

    boolean endsShort() {
        return endsShort;
    }

    /** Whether nothing says where its list ends. */
    boolean isEndless() {
        boolean mayGoOn = shape() == Shape.PAGE || (shape() == Shape.CURSOR && !hasNext);
        return mayGoOn && !hasTotal && !endsShort;
    }

    /** Whether nothing says where an item's card number stands, though items are of different cards. */
    boolean lacksCard() {
        return card == null && (shape() == Shape.PAGE || shape() == Shape.CURSOR || batch > 1);
    }

    /** How many shapes it was given. */
    int shapes() {
        return (batch > 0 ? 1 : 0) + (page > 0 ? 1 : 0) + (hasNext ? 1 : 0);
    }

    /** Where nothing says whose a record is, it is of the one card that was asked for, or of the account: before the first request. */
    synchronized void completeCard() {
        if (card == null && !completed) {
            items.setCard(batch == 1 ? "$card" : "$account");
            completed = true;
        }
    }

    @Override
    public void setCamelContext(@Nullable CamelContext context) {
        this.context = context;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return context;
    }

    private static int within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " is " + value + " but must be 1 to " + most);
        }
        return value;
    }
}

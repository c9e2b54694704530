package org.simrelay.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.inventory.InventoryCursor.Line;

/** The forms an inventory may have, each read to the same two cards. */
class InventoryTest {

    @TempDir
    Path dir;

    private List<Line> lines(String text) throws IOException {
        return lines(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Line> lines(byte[] text) throws IOException {
        Inventory inventory = new Inventory(Files.write(dir.resolve("cards.csv"), text));
        List<Line> lines = new ArrayList<>();
        try (InventoryCursor cursor = inventory.open()) {
            for (Line line = cursor.next(); line != null; line = cursor.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1001\n1002\n",
                "1001\n1002",
                "1001\r\n1002\r\n",
                "\uFEFF1001\n1002\n",
                "\n1001\n\n\n1002\n\n",
                "\r\n1001\r\n\r\n1002\r\n",
                " 1001 \n\t1002\n",
                "\"1001\"\n\"1002\"\n",
                "card\n1001\n1002\n",
                "\uFEFFcard\r\n1001\r\n1002\r\n",
                "card,account\n1001,main\n1002,other\n",
                "name,card\n\"Meter, cellar\",1001\n\"Meter \"\"2\"\"\",1002\n",
                "name,card,account\n,1001,\n,1002,\n",
                "1001\r1002\r",
                "1001\r\r1002",
                "1001  \t\n1002 \n",
                "\" 1001 \"\n\"\"\n\"1002\"",
                "1001,\n1002,,\n",
                "Card\n1001\n1002\n",
                "\uFEFF\"CARD\" ,name\n1001,a\n1002,b\n",
                "name;card\n\"a;b\";1001\nc, d;1002\n",
                "name\tcard\nc, d\t1001\n\t1002\n",
                "\n,,\nname,card\na,1001\nb,1002\n",
                "name,card\na,1001\nb,1002\n,\n,\n",
                "name,card,account\na,1001,main\nb,1002,main\n,,\n \"\" , ,\"\"\n,,,,,\n",
                "name;card\na;1001\nb;1002\n;;;\n",
                "card\n1001\n,\n1002",
                "name,card\n\uFFFD\u0080,1001\n5\" pipe,1002\n",
                "card,name\n1001,Meter, cellar\n1002,\n",
                "1001\n\uFEFF1002\n",
                "Card,card\n1,1001\n2,1002\n"
            })
    void holdsItsCardsInTheirOrderHoweverItIsWritten(String text) throws IOException {
        assertThat(lines(text)).extracting(Line::card).containsExactly("1001", "1002");
    }

    @Test
    void aLineWithoutACardKeepsItsNumberInTheFile() throws IOException {
        assertThat(lines("\n1001\n10 02\n1003\n;\n1004"))
                .containsExactly(
                        new Line("1001", 2),
                        new Line(null, 3),
                        new Line("1003", 4),
                        new Line(null, 5),
                        new Line("1004", 6));
    }

    @Test
    void aLineKeepsItsNumberThoughABlankOneFollows() throws IOException {
        assertThat(lines("1001\n10 02\n\n\n1003\n"))
                .containsExactly(new Line("1001", 1), new Line(null, 2), new Line("1003", 5));
    }

    @Test
    void aRowThatIsTooShortForTheColumnHasNoCard() throws IOException {
        assertThat(lines("name,card\r\na,1001\r\nb\r\nc,1002"))
                .containsExactly(new Line("1001", 2), new Line(null, 3), new Line("1002", 4));
    }

    /** A break inside a cell, or a cell that is none, takes its own line away and no other one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,card\na,1001\n\"Meter,1003\nb,1002",
                "name,card\na,1001\n\"Meter,1003\nb,1002\n\"",
                "card,name\n1001,a\n1003,\"Meter\n1002,\"b\"\n",
                "name,card\na,1001\n\"Meter\"s,1003\nb,1002\n",
                "name,card\na,1001\nMeter, cellar,1003\nb,1002\n",
                "name,card\na,1001\nMeter\nb,1002\n",
                "name,card\na,1001\n,card\nb,1002\n",
                "\n1001\n\"1003\n1002\n",
                "\n1001\n1003\"\n1002\n",
                "\n1001\n\"\n1002\n",
                "\n1001\n1003,1004\n1002\n",
                "\n1001\n1003;1004\n1002\n",
                "\n1001\n10\u000003\n1002\n",
                "\n1001\n\u0000\u0000\u0000\u0000\n1002\n",
                "\n1001\n\u00A01003\n1002\n",
                "\n1001\n1.06E+12\n1002\n",
                "\n1001\nCard\n1002\n",
            })
    void aLineThatHoldsNoCardOfItsOwnIsNamedAndTheOthersCount(String text) throws IOException {
        List<Line> lines = lines(text);
        assertThat(lines).contains(new Line(null, 3));
        assertThat(lines)
                .extracting(Line::card)
                .filteredOn(card -> card != null)
                .containsExactly("1001", "1002");
    }

    @Test
    void aLineThatIsTooLongIsNamedAndTheOthersCount() throws IOException {
        String wide = "x".repeat(200_000);
        assertThat(lines("card,name\n1001,a\n1003," + wide + "\n1002,b\n"))
                .containsExactly(new Line("1001", 2), new Line(null, 3), new Line("1002", 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "ISO-8859-1", "Shift_JIS", "UTF-8", "UTF-16", "UTF-32LE"})
    void theOtherColumnsMayBeInAnyCharsetThatExtendsAsciiOrIsMarked(String charset) throws IOException {
        String mark = charset.equals("UTF-32LE") ? "\uFEFF" : "";
        String text = mark + "名称,card\r\n水表一,1001\r\n\"表, 乙\",1002\r\n";
        assertThat(lines(text.getBytes(Charset.forName(charset))))
                .extracting(Line::card)
                .containsExactly("1001", "1002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32BE"})
    void withoutItsMarkSuchATextIsRefusedAsWhatItIs(String charset) {
        assertThatThrownBy(() -> lines("card\n1001\n".getBytes(Charset.forName(charset))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("UTF-16 without a byte order mark")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aSpreadsheetIsRefusedAsWhatItIs() {
        byte[] begin = {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, '!', 0};
        assertThatThrownBy(() -> lines(begin)).hasMessageContaining("spreadsheet");
    }

    @Test
    void allCardsInOneLineAreRefused() {
        assertThatThrownBy(() -> lines("1001,1002,1003")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> lines("1001 ".repeat(20_000))).hasMessageContaining("longer than 65536 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4_600, 9_000})
    void howeverManyThereAre(int cards) {
        assertThatThrownBy(() -> lines("1064800000001,".repeat(cards) + "1064800000002\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("several numbers");
    }

    @Test
    void twoColumnsForTheCardAreRefused() {
        assertThatThrownBy(() -> lines("card,name,card\n1001,a,1002\n")).hasMessageContaining("one column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "card\n", "card,account\r\n"})
    void mayHoldNothing(String text) throws IOException {
        assertThat(lines(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"msisdn\u00A0number\n1001\n", "number;name\n1001\n"})
    void aFirstLineThatIsNeitherCardNorHeaderIsNamed(String text) {
        assertThatThrownBy(() -> lines(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("\"card\"");
    }

    @Test
    void aHeaderWithoutTheColumnIsNotTakenForACard() {
        assertThatThrownBy(() -> lines("name,number\n1001,1\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 1");
    }
}

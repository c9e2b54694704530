package org.simrelay.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.inventory.Inventory.Cursor;
import org.simrelay.inventory.Inventory.Line;

/** The forms an inventory may have, each read to the same two cards. */
class InventoryTest {

    @TempDir
    Path dir;

    private List<Line> lines(String text) throws IOException {
        Inventory inventory = new Inventory(Files.writeString(dir.resolve("cards.csv"), text));
        List<Line> lines = new ArrayList<>();
        try (Cursor cursor = inventory.open()) {
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
                "name,card,account\n,1001,\n,1002,\n"
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

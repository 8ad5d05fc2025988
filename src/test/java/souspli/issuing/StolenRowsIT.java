package souspli.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static souspli.fixtures.ACounter.BORN;
import static souspli.fixtures.ACounter.FOUND;
import static souspli.fixtures.ACounter.NOT_FOUND;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ACounter;
import souspli.fixtures.AWorklist;
import souspli.result.TestResult.CorrectionReason;
import souspli.sealedlink.BrokenSeal;
import souspli.sealedlink.DateOfBirth;

/** Whoever can write every row of the database opens nothing by it that was not theirs, and shows no old result. */
class StolenRowsIT {
  @TempDir private Path directory;
  private ACounter counter;

  @BeforeEach
  void open() {
    counter = new ACounter(directory);
  }

  @Test
  void aRowMovedToAnotherPharmacyOpensForNobody() {
    IssuedSlip slip = counter.aReadyLink(FOUND);
    counter.tamper("UPDATE link SET pharmacy = ?", counter.stranger.pharmacyId().value());
    assertThrows(
        BrokenSeal.class, () -> counter.in(() -> counter.lookAtResult.look(counter.stranger, slip.number())));
    assertThrows(BrokenSeal.class, () -> new AWorklist(counter).today(counter.stranger));
    assertThrows(BrokenSeal.class, () -> counter.open(slip.token(), BORN));
  }

  @Test
  void sealsOfAnotherLinkDoNotOpen() {
    for (String column : List.of("holder_wrap", "custody_wrap", "traits")) {
      IssuedSlip mine = counter.aReadyLink(FOUND);
      IssuedSlip other = counter.aReadyLink(NOT_FOUND);
      swap("link", column, mine, other);
      if (column.equals("holder_wrap")) {
        assertThrows(BrokenSeal.class, () -> counter.open(mine.token(), BORN), column);
      } else {
        assertThrows(
            BrokenSeal.class,
            () -> counter.in(() -> counter.lookAtResult.look(counter.pharmacist, mine.number())),
            column);
      }
    }
  }

  @Test
  void aResultOfAnotherLinkDoesNotOpen() {
    IssuedSlip mine = counter.aReadyLink(FOUND);
    IssuedSlip other = counter.aReadyLink(NOT_FOUND);
    swap("result", "sealed", mine, other);
    assertThrows(BrokenSeal.class, () -> counter.open(mine.token(), BORN));
    assertThrows(
        BrokenSeal.class, () -> counter.in(() -> counter.lookAtResult.look(counter.pharmacist, mine.number())));
  }

  @Test
  void theFirstRevisionIsNotTheSecond() {
    IssuedSlip slip = counter.aReadyLink(NOT_FOUND);
    assertInstanceOf(
        CorrectResult.Corrected.class,
        counter.in(
            () ->
                counter.correctResult.correct(
                    counter.pharmacist, slip.number(), FOUND, CorrectionReason.READ_WRONG)));
    counter.tamper("UPDATE result a JOIN result b ON b.revision = 1 SET a.sealed = b.sealed WHERE a.revision = 2");
    assertThrows(BrokenSeal.class, () -> counter.open(slip.token(), BORN));
    assertThrows(
        BrokenSeal.class, () -> counter.in(() -> counter.lookAtResult.look(counter.pharmacist, slip.number())));
  }

  @Test
  void aLinkThatWasPutBackIsBehindItsEvents() {
    IssuedSlip slip = counter.aReadyLink(NOT_FOUND);
    counter.in(
        () ->
            counter.correctResult.correct(counter.pharmacist, slip.number(), FOUND, CorrectionReason.READ_WRONG));
    counter.tamper("UPDATE link SET revision = 1");
    // the seal of revision 1 is a true one: what tells is that an event names a higher
    assertEquals(NOT_FOUND, counter.open(slip.token(), BORN).orElseThrow().outcome());
    int highest = counter.sql(c -> counter.events.told(c, slip.token().linkId()).highestRevision());
    assertEquals(2, highest);
  }

  @Test
  void whateverIsSealedHasOneLength() {
    counter.aReadyLink(FOUND);
    counter.anIssuedLink();
    IssuedSlip partial = counter.issue(counter.aNewSlip(DateOfBirth.of("1985-00-00")));
    counter.in(() -> counter.reissueLink.reissue(counter.pharmacist, partial.number(), Optional.of(BORN)));
    assertEquals(List.of("32 60 60 1052 32 16"), lengths(
        """
        SELECT DISTINCT CONCAT_WS(' ', LENGTH(verifier), LENGTH(holder_wrap), LENGTH(custody_wrap), LENGTH(traits),
          LENGTH(log_key), LENGTH(report)) FROM link WHERE state < 2
        """));
    assertEquals(List.of("540"), lengths("SELECT DISTINCT LENGTH(sealed) FROM result"));
  }

  @Test
  void noRowHoldsWhatIsSealed() {
    IssuedSlip slip = counter.aReadyLink(FOUND);
    String dump = String.join("\n", lengths(
        """
        SELECT CONCAT_WS(' ', HEX(link_id), slip, HEX(verifier), HEX(holder_wrap), HEX(custody_wrap), HEX(traits),
          HEX(log_key), HEX(report)) FROM link UNION ALL SELECT HEX(sealed) FROM result
          UNION ALL SELECT CONCAT_WS(' ', HEX(draft), HEX(link_id)) FROM draft
        """));
    // each six bytes at least: fewer, or five digits among so many, stand somewhere by chance
    for (String secret :
        List.of("Lefèvre", "Jeanne", BORN.iso(), "+33 6 12 34 56 78", "97097-0", slip.token().text())) {
      assertFalse(dump.contains(hex(secret)), secret);
      assertFalse(dump.contains(secret), secret);
    }
  }

  private void swap(String table, String column, IssuedSlip mine, IssuedSlip other) {
    assertEquals(
        1,
        counter.tamper(
            "UPDATE %1$s a JOIN %1$s b ON b.link_id = ? SET a.%2$s = b.%2$s WHERE a.link_id = ?"
                .formatted(table, column),
            other.token().linkId().bytes(),
            mine.token().linkId().bytes()));
  }

  private List<String> lengths(String sql) {
    return counter.sql(
        connection -> {
          List<String> found = new ArrayList<>();
          try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
              found.add(rows.getString(1));
            }
          }
          return found;
        });
  }

  private static String hex(String text) {
    return java.util.HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}

package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souspli.fixtures.DemoDescription.Slip;
import souspli.fixtures.Portal;
import souspli.keys.KeyDirectory;
import souspli.keys.KeyName;
import souspli.result.TestResult;
import souspli.sealedlink.BrokenSeal;
import souspli.sealedlink.DateOfBirth;
import souspli.sealedlink.DayKey;
import souspli.sealedlink.Dek;
import souspli.sealedlink.LinkId;
import souspli.sealedlink.Pepper;
import souspli.sealedlink.PharmacyId;
import souspli.sealedlink.Sealed;
import souspli.sealedlink.Sealing;
import souspli.sealedlink.Token;
import souspli.sealedlink.Unlock;

/** The thief who has all rows and the key directory too, and perhaps a slip: what that opens, and what it does not. */
class StolenKeysAttack {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Portal portal = Portal.shared();
  private final KeyDirectory stolen = KeyDirectory.open(portal.demo().keyDirectory(), RANDOM);

  /** The weakness that is owned up to, so that nobody relies on more. */
  @Test
  void rowsKeysAndOneSlipOpenThatLinkAndNoOther() throws SQLException {
    Slip slip = portal.takeReadySlip();
    Token token = Token.parse(slip.code()).orElseThrow();
    Map<LinkId, Row> rows = rows();
    Row row = rows.remove(token.linkId());
    DateOfBirth found = dateOfBirth(token, row, stolen).orElseThrow();
    assertEquals(slip.dateOfBirth(), found.iso());
    try (Unlock unlock = token.unlock(found, stolen, row.pepperMonth());
        Dek dek = row.sealing().openHolderWrap(unlock, row.holderWrap())) {
      TestResult.of(row.sealing().openResult(dek, row.revision(), row.result()));
      for (Row other : rows.values()) {
        assertFalse(unlock.matches(other.verifier()));
        assertThrows(BrokenSeal.class, () -> other.sealing().openHolderWrap(unlock, other.holderWrap()));
        assertThrows(BrokenSeal.class, () -> other.sealing().openResult(dek, other.revision(), other.result()));
      }
    }
  }

  @Test
  void withoutThePepperNoDateOfBirthOpensAnything() throws SQLException {
    Token token = Token.parse(portal.takeReadySlip().code()).orElseThrow();
    Row row = rows().get(token.linkId());
    Pepper.Key guessed = Pepper.Key.fresh(RANDOM);
    assertEquals(Optional.empty(), dateOfBirth(token, row, (_, ikm) -> guessed.extract(ikm)));
  }

  /** So when the day's key has been destroyed, rows and every other key open nothing. */
  @Test
  void withoutASlipOnlyTheKeyOfTheDayOfIssueOpensALink() throws SQLException, IOException {
    Map<KeyName, DayKey> keys = everyKeyAsADayKey();
    Map<LinkId, Row> rows = rows();
    assertTrue(rows.size() > 10 && keys.size() > 10, "the loot is too small");
    for (Row row : rows.values()) {
      for (Map.Entry<KeyName, DayKey> key : keys.entrySet()) {
        if (key.getKey().equals(KeyName.day(row.custodyDay()))) {
          row.sealing().openCustodyWrap(key.getValue(), row.custodyWrap()).close();
        } else {
          assertThrows(BrokenSeal.class, () -> row.sealing().openCustodyWrap(key.getValue(), row.custodyWrap()));
        }
      }
    }
  }

  /** Whoever was born in the last hundred years and more. */
  private static Optional<DateOfBirth> dateOfBirth(Token token, Row row, Pepper pepper) {
    for (LocalDate day = LocalDate.of(1915, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
      DateOfBirth guess = DateOfBirth.of(day.toString());
      try (Unlock unlock = token.unlock(guess, pepper, row.pepperMonth())) {
        if (unlock.matches(row.verifier())) {
          return Optional.of(guess);
        }
      }
    }
    return Optional.empty();
  }

  private Map<KeyName, DayKey> everyKeyAsADayKey() throws IOException {
    Map<KeyName, DayKey> keys = new HashMap<>();
    for (KeyName name : stolen.names()) {
      try (InputStream file = Files.newInputStream(stolen.file(name))) {
        keys.put(name, DayKey.of(file.readNBytes(32)));
      }
    }
    return keys;
  }

  /** Ready links in custody, as the thief reads them. */
  private Map<LinkId, Row> rows() throws SQLException {
    Map<LinkId, Row> rows = new HashMap<>();
    try (Connection database = portal.database();
        Statement query = database.createStatement();
        ResultSet row =
            query.executeQuery(
                """
                SELECT l.*, r.sealed FROM link l JOIN result r ON r.link_id = l.link_id AND r.revision = l.revision
                WHERE l.state = 1 AND l.custody_wrap IS NOT NULL
                """)) {
      while (row.next()) {
        LinkId id = new LinkId(row.getBytes("link_id"));
        int month = row.getInt("pepper_month");
        rows.put(
            id,
            new Row(
                new Sealing(id, new PharmacyId(row.getLong("pharmacy")), RANDOM),
                YearMonth.of(month / 100, month % 100),
                row.getObject("custody_day", LocalDate.class),
                Unlock.Verifier.of(row.getBytes("verifier")),
                new Sealed(row.getBytes("holder_wrap")),
                new Sealed(row.getBytes("custody_wrap")),
                row.getInt("revision"),
                new Sealed(row.getBytes("sealed"))));
      }
    }
    return rows;
  }

  private record Row(
      Sealing sealing,
      YearMonth pepperMonth,
      LocalDate custodyDay,
      Unlock.Verifier verifier,
      Sealed holderWrap,
      Sealed custodyWrap,
      int revision,
      Sealed result) {}
}

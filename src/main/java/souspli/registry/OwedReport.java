package souspli.registry;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import souspli.keys.KeyDirectory;
import souspli.registry.Leases.Lease;
import souspli.result.Dossier;
import souspli.result.TestResult;
import souspli.sealedlink.BrokenSeal;
import souspli.sealedlink.DayKey;
import souspli.sealedlink.Dek;
import souspli.sealedlink.LinkId;
import souspli.sealedlink.PharmacyId;
import souspli.sealedlink.ReportId;
import souspli.sealedlink.Sealed;
import souspli.sealedlink.Sealing;

/** What an owed revision is made from: sealed rows, opened with the key of the link's day, held for one sending. */
sealed interface OwedReport {

  /** It can be sent. */
  record Whole(Report report) implements OwedReport {}

  /** Custody has ended: what it was made from is gone for good. */
  record Gone() implements OwedReport {}

  /** The day's key is not on this node; it may be on another. */
  record NoKeyHere() implements OwedReport {}

  /** A row was changed, moved or rolled back. */
  record Broken() implements OwedReport {}

  static OwedReport load(Connection db, Lease lease, KeyDirectory keys, SecureRandom random) throws SQLException {
    try (PreparedStatement select =
        db.prepareStatement(
            """
            SELECT l.pharmacy, l.custody_day, l.custody_wrap, l.traits, l.report, l.revision AS last,
                   r.revision, r.sealed, p.finess,
                   (SELECT m.rpps FROM event e JOIN member m ON m.member = e.actor
                    WHERE e.link_id = l.link_id AND e.revision = r.revision AND e.kind IN (2, 3) LIMIT 1) AS rpps
            FROM link l JOIN pharmacy p ON p.pharmacy = l.pharmacy
              LEFT JOIN result r ON r.link_id = l.link_id AND r.revision = LEAST(?, l.revision)
            WHERE l.link_id = ?
            """)) {
      select.setInt(1, lease.revision());
      select.setBytes(2, lease.link().bytes());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? open(row, lease, keys, random) : new Gone();
      }
    }
  }

  private static OwedReport open(ResultSet row, Lease lease, KeyDirectory keys, SecureRandom random)
      throws SQLException {
    byte[] traits = row.getBytes("traits");
    byte[] wrap = row.getBytes("custody_wrap");
    byte[] sealed = row.getBytes("sealed");
    LocalDate day = row.getObject("custody_day", LocalDate.class);
    if (traits == null || wrap == null || day == null) {
      return new Gone();
    }
    Optional<DayKey> key = keys.findDayKey(day);
    if (key.isEmpty()) {
      return new NoKeyHere();
    }
    if (sealed == null) {
      return new Broken();
    }
    LinkId link = lease.link();
    Sealing sealing = new Sealing(link, new PharmacyId(row.getLong("pharmacy")), random);
    try (Dek dek = sealing.openCustodyWrap(key.get(), new Sealed(wrap))) {
      TestResult result = TestResult.of(sealing.openResult(dek, row.getInt("revision"), new Sealed(sealed)));
      return new Whole(
          new Report(
              new ReportId(row.getBytes("report")),
              Report.Status.of(lease.revision(), row.getInt("last")),
              Dossier.of(sealing.openTraits(key.get(), new Sealed(traits))),
              result,
              row.getString("finess"),
              Optional.ofNullable(row.getString("rpps"))));
    } catch (BrokenSeal | IllegalArgumentException e) {
      return new Broken();
    }
  }
}

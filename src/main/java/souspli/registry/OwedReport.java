package souspli.registry;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** The rows that a leased revision is made from, sealed as they lie. */
  record Rows(
      Lease lease,
      PharmacyId pharmacy,
      Optional<LocalDate> day,
      Optional<Sealed> wrap,
      Optional<Sealed> traits,
      Optional<Sealed> sealed,
      int revision,
      int last,
      ReportId report,
      String finess,
      Optional<String> rpps) {

    /** Opens them, for one sending. */
    OwedReport open(KeyDirectory keys, SecureRandom random) {
      if (traits.isEmpty() || wrap.isEmpty() || day.isEmpty()) {
        return new Gone();
      }
      Optional<DayKey> key = keys.findDayKey(day.get());
      if (key.isEmpty()) {
        return new NoKeyHere();
      }
      if (sealed.isEmpty()) {
        return new Broken();
      }
      Sealing sealing = new Sealing(lease.link(), pharmacy, random);
      try (Dek dek = sealing.openCustodyWrap(key.get(), wrap.get())) {
        TestResult result = TestResult.of(sealing.openResult(dek, revision, sealed.get()));
        Dossier dossier = Dossier.of(sealing.openTraits(key.get(), traits.get()));
        return new Whole(
            new Report(report, Report.Status.of(lease.revision(), last), dossier, result, finess, rpps));
      } catch (BrokenSeal | IllegalArgumentException e) {
        return new Broken();
      }
    }
  }

  /**
   * What was leased, in the same order; without a lease whose row is gone meanwhile. Who entered a revision may have
   * done so in a link that this one has replaced.
   */
  static List<Rows> load(Connection db, List<Lease> leases) throws SQLException {
    if (leases.isEmpty()) {
      return List.of();
    }
    Map<Lease, Rows> found = new HashMap<>();
    try (PreparedStatement select =
        db.prepareStatement(
            """
            SELECT o.link_id, o.revision AS owed, o.tries,
                   l.pharmacy, l.custody_day, l.custody_wrap, l.traits, l.report, l.revision AS last,
                   LEAST(o.revision, l.revision) AS revision, r.sealed, p.finess,
                   (SELECT m.rpps FROM link s JOIN event e ON e.link_id = s.link_id JOIN member m ON m.member = e.actor
                    WHERE s.report = l.report AND e.revision = LEAST(o.revision, l.revision) AND e.kind IN (2, 3)
                    LIMIT 1) AS rpps
            FROM outbox o JOIN link l ON l.link_id = o.link_id JOIN pharmacy p ON p.pharmacy = l.pharmacy
              LEFT JOIN result r ON r.link_id = l.link_id AND r.revision = LEAST(o.revision, l.revision)
            WHERE o.state = 0 AND o.link_id IN (?%s)
            """
                .formatted(", ?".repeat(leases.size() - 1)))) {
      for (int i = 0; i < leases.size(); i++) {
        select.setBytes(i + 1, leases.get(i).link().bytes());
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Rows rows = rows(row);
          found.put(rows.lease(), rows);
        }
      }
    }
    return leases.stream().filter(found::containsKey).map(found::get).toList();
  }

  private static Rows rows(ResultSet row) throws SQLException {
    return new Rows(
        new Lease(new LinkId(row.getBytes("link_id")), row.getInt("owed"), row.getInt("tries")),
        new PharmacyId(row.getLong("pharmacy")),
        Optional.ofNullable(row.getObject("custody_day", LocalDate.class)),
        sealed(row, "custody_wrap"),
        sealed(row, "traits"),
        sealed(row, "sealed"),
        row.getInt("revision"),
        row.getInt("last"),
        new ReportId(row.getBytes("report")),
        row.getString("finess"),
        Optional.ofNullable(row.getString("rpps")));
  }

  private static Optional<Sealed> sealed(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getBytes(column)).map(Sealed::new);
  }
}

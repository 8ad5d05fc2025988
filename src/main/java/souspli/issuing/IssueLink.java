package souspli.issuing;

import jakarta.inject.Inject;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import souspli.accesslog.EventKind;
import souspli.keys.MissingKey;
import souspli.limits.Tries;
import souspli.links.Custody;
import souspli.links.Link;
import souspli.links.Links;
import souspli.result.Dossier;
import souspli.result.Sample;
import souspli.sealedlink.LinkId;
import souspli.sealedlink.ReportId;
import souspli.sealedlink.SlipNumber;
import souspli.sealedlink.Token;
import souspli.staff.Act;
import souspli.staff.Acting;

/** Begins a link: its slip is printed at once, its result follows. */
@Dependent
public class IssueLink {
  private final Links links;
  private final Custody custody;
  private final Tries tries;
  private final OwnSlips slips;
  private final InstantSource clock;
  private final SecureRandom random;

  @Inject
  public IssueLink(
      Links links, Custody custody, Tries tries, OwnSlips slips, InstantSource clock, SecureRandom random) {
    this.links = links;
    this.custody = custody;
    this.tries = tries;
    this.slips = slips;
    this.clock = clock;
    this.random = random;
  }

  /** What came of it. */
  public sealed interface Answer {
    record Issued(IssuedSlip slip) implements Answer {}

    /** This form has been sent before. Its slip was printed then; the code is not known any more. */
    record AlreadyIssued(SlipNumber slip) implements Answer {}

    /** This node has not got today's keys, and makes none of its own. */
    record NoKeysToday() implements Answer {}
  }

  /** A link that exists when this returns is durable, and its draft is used up. */
  @Transactional
  public Answer issue(Acting acting, NewSlip slip) {
    acting.require(Act.ISSUE);
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Dossier dossier = new Dossier(slip.traits(), new Sample(slip.kind(), slip.kit(), now));

    Token token = Token.fresh(random);
    SlipNumber number = links.freeNumber(random);
    Link link;
    try {
      link = custody.seal(token, number, acting.pharmacyId(), ReportId.fresh(random), dossier, today);
    } catch (MissingKey noneToday) {
      token.close();
      return new Answer.NoKeysToday();
    }
    if (!links.sql(connection -> begin(connection, slip.draft(), today))) {
      token.close();
      return new Answer.AlreadyIssued(becameOf(slip.draft(), acting));
    }
    links.add(link);
    links.sql(
        connection -> {
          tries.begin(connection, link.id(), Tries.allowed(dossier.traits().dateOfBirth()));
          finish(connection, slip.draft(), link.id());
          return null;
        });
    links.note(link, now, EventKind.ISSUED, acting.member().value());
    return new Answer.Issued(
        new IssuedSlip(token, number, slips.pharmacy(acting), dossier.sample().readyAt(), link.expiresOn()));
  }

  /** False when the draft was used before; waits for another transaction that is using it. */
  private static boolean begin(Connection connection, NewSlip.Draft draft, LocalDate today) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT IGNORE INTO draft (draft, link_id, used_on) VALUES (?, NULL, ?)")) {
      insert.setBytes(1, draft.bytes());
      insert.setObject(2, today);
      return insert.executeUpdate() == 1;
    }
  }

  private static void finish(Connection connection, NewSlip.Draft draft, LinkId link) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement("UPDATE draft SET link_id = ? WHERE draft = ?")) {
      update.setBytes(1, link.bytes());
      update.setBytes(2, draft.bytes());
      update.executeUpdate();
    }
  }

  private SlipNumber becameOf(NewSlip.Draft draft, Acting acting) {
    Optional<SlipNumber> slip =
        links.sql(
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement(
                      """
                      SELECT l.slip FROM draft d JOIN link l ON l.link_id = d.link_id
                      WHERE d.draft = ? AND l.pharmacy = ?
                      """)) {
                select.setBytes(1, draft.bytes());
                select.setLong(2, acting.pharmacyId().value());
                try (ResultSet row = select.executeQuery()) {
                  return row.next() ? Optional.of(SlipNumber.of(row.getString(1))) : Optional.empty();
                }
              }
            });
    return slip.orElseThrow(() -> new IllegalStateException("a draft of another pharmacy"));
  }
}

package souspli.trail;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import souspli.sealedlink.PharmacyId;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Acting;
import souspli.staff.Member;
import souspli.staff.MemberId;

/**
 * Writes lines of the trail, in the caller's transaction where there is one: a line is durable exactly when what it
 * tells is, and where it cannot be written, that does not happen either.
 */
@Dependent
public class Trail {

  /** The actor of what the command line did, and of whoever was not let in. No member has this number. */
  static final long NOBODY = 0;

  private static final String NOTE =
      """
      INSERT INTO trail (entry, at, kind, actor, pharmacy, subject, peer, slip) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  // one statement whether there is such a line or not: that must not show in the time a refusal takes
  private static final String COUNT =
      """
      INSERT INTO refusal (entry, at, kind, actor, pharmacy, subject, peer, first_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          ON DUPLICATE KEY UPDATE times = times + 1, at = GREATEST(at, VALUES(at)),
                                  several = several OR NOT peer <=> VALUES(peer)
      """;

  /** Lines that a day's refusals of one kind take up: of one member, and of all addresses that are nobody's. */
  private static final int LINES_OF_A_MEMBER = 8;

  private static final int LINES_OF_NOBODY = 256;

  private final DataSource database;
  private final Peer peer;
  private final InstantSource clock;
  private final SecureRandom random;

  @Inject
  public Trail(DataSource database, Peer peer, InstantSource clock, SecureRandom random) {
    this.database = database;
    this.peer = peer;
    this.clock = clock;
    this.random = random;
  }

  /** Somebody who is signed in did something that concerns nobody else. */
  public void note(Acting acting, TrailKind kind) {
    note(acting, kind, About.NOTHING);
  }

  /** Somebody who is signed in did something. */
  public void note(Acting acting, TrailKind kind, About about) {
    Entry entry = new Entry(kind, acting.member().value(), about, about.pharmacy().or(acting::pharmacy));
    write(db -> note(db, random, clock.instant(), entry, where()));
  }

  /** Something came about that nobody asked for. */
  public void happened(TrailKind kind, About about) {
    Entry entry = new Entry(kind, NOBODY, about, about.pharmacy());
    write(db -> note(db, random, clock.instant(), entry, where()));
  }

  /** The command line did something, on its own connection: who owns the machine has no number and no neighbourhood. */
  public static void commanded(Connection db, SecureRandom random, Instant at, TrailKind kind, About about)
      throws SQLException {
    note(db, random, at, new Entry(kind, NOBODY, about, about.pharmacy()), Optional.empty());
  }

  /**
   * Somebody was not let in. Counted with the others of that day, member and neighbourhood, since anybody may cause as
   * many as they like; the work is the same whether there is such a member or not.
   *
   * @param claimed whose address it was, if anybody's
   */
  public void refused(TrailKind kind, Optional<Member> claimed) {
    About about = claimed.map(About::member).orElse(About.NOTHING);
    count(new Entry(kind, NOBODY, about, about.pharmacy()));
  }

  /** Somebody who is signed in was refused something; counted in the same way. */
  public void refused(Acting acting, TrailKind kind) {
    count(new Entry(kind, acting.member().value(), About.NOTHING, acting.pharmacy()));
  }

  /** Outside a request somebody acts from nowhere: a demo's people, before it answers. */
  private Optional<Neighbourhood> where() {
    try {
      return Optional.of(peer.neighbourhood());
    } catch (ContextNotActiveException | IllegalStateException outside) {
      return Optional.empty();
    }
  }

  private record Entry(TrailKind kind, long actor, About about, Optional<PharmacyId> pharmacy) {}

  private interface Work {
    void on(Connection db) throws SQLException;
  }

  private void write(Work work) {
    try (Connection db = database.getConnection()) {
      work.on(db);
    } catch (SQLException e) {
      throw new IllegalStateException("what happened could not be noted", e);
    }
  }

  private static void note(
      Connection db, SecureRandom random, Instant at, Entry entry, Optional<Neighbourhood> where)
      throws SQLException {
    byte[] name = new byte[16];
    random.nextBytes(name);
    try (PreparedStatement note = db.prepareStatement(NOTE)) {
      fill(note, name, at, entry, where);
      note.setString(8, entry.about().slip().map(SlipNumber::digits).orElse(null));
      note.executeUpdate();
    }
  }

  private void count(Entry entry) {
    Instant now = clock.instant();
    Optional<Neighbourhood> where = where();
    write(
        db -> {
          try (PreparedStatement count = db.prepareStatement(COUNT)) {
            fill(count, shared(entry, now, where), now, entry, where);
            count.setObject(8, utc(now));
            count.executeUpdate();
          }
        });
  }

  private static void fill(
      PreparedStatement write, byte[] name, Instant at, Entry entry, Optional<Neighbourhood> where)
      throws SQLException {
    write.setBytes(1, name);
    write.setObject(2, utc(at));
    write.setInt(3, entry.kind().code());
    write.setLong(4, entry.actor());
    write.setObject(5, entry.pharmacy().map(PharmacyId::value).orElse(null), Types.BIGINT);
    write.setObject(6, entry.about().member().map(MemberId::value).orElse(null), Types.BIGINT);
    write.setString(7, where.map(Neighbourhood::text).orElse(null));
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  /** The line that a refusal is counted in: one of a few for each day and member. */
  private static byte[] shared(Entry entry, Instant now, Optional<Neighbourhood> where) {
    long subject = entry.about().member().map(MemberId::value).orElse(NOBODY);
    int lines = entry.actor() == NOBODY && subject == NOBODY ? LINES_OF_NOBODY : LINES_OF_A_MEMBER;
    ByteBuffer bytes = ByteBuffer.allocate(32);
    bytes.putLong(Math.floorDiv(now.getEpochSecond(), 86_400L)).putLong(entry.actor()).putLong(subject);
    bytes.putInt(entry.kind().code()).putInt(Math.floorMod(where.hashCode(), lines));
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes.array()), 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}

package souspli.opening;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import souspli.accesslog.EventKind;
import souspli.accesslog.Events;
import souspli.keys.KeyDirectory;
import souspli.limits.ClientAddress;
import souspli.limits.CountTry;
import souspli.limits.Counted;
import souspli.limits.Transaction;
import souspli.limits.Tries;
import souspli.links.SealedLink;
import souspli.links.SealedLinks;
import souspli.opening.Opening.Proven;
import souspli.result.TestResult;
import souspli.sealedlink.Dek;
import souspli.sealedlink.LinkId;
import souspli.sealedlink.Sealed;
import souspli.sealedlink.Sealing;
import souspli.sealedlink.Unlock;
import souspli.settings.Settings;

/**
 * The road from a code and a date of birth to a result. Its steps are those of <i>Open</i> in {@code sealed-link.md}.
 */
@Dependent
public class OpenResult {
  /** A link that changes under each of so many readings changes faster than people do. */
  private static final int READINGS = 5;

  private final DataSource database;
  private final KeyDirectory keys;
  private final CountTry countTry;
  private final SealedLinks links;
  private final Decoy decoy;
  private final EndedLinks ended;
  private final Events events;
  private final Tries tries;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Settings settings;

  @Inject
  public OpenResult(
      DataSource database,
      KeyDirectory keys,
      CountTry countTry,
      SealedLinks links,
      Decoy decoy,
      EndedLinks ended,
      Events events,
      Tries tries,
      InstantSource clock,
      SecureRandom random,
      Settings settings) {
    this.database = database;
    this.keys = keys;
    this.countTry = countTry;
    this.links = links;
    this.decoy = decoy;
    this.ended = ended;
    this.events = events;
    this.tries = tries;
    this.clock = clock;
    this.random = random;
    this.settings = settings;
  }

  /**
   * Answers one asking.
   *
   * @throws SQLException and other faults: then nothing is shown
   */
  public Opening open(ClientAddress from, Typed typed) throws SQLException {
    Instant now = clock.instant();

    // 1. What is visibly no code or no date is said from the input alone, and is no try. All else goes on.
    Proven asked;
    switch (Asked.read(typed, now)) {
      case Asked.Faulty faulty -> {
        return new Opening.BadForm(faulty.faults());
      }
      case Asked.Link link -> asked = new Proven(link.token(), link.date());
    }
    LinkId id = asked.token().linkId();

    try (Connection db = database.getConnection()) {
      db.setAutoCommit(false);

      // 2. Transaction A counts. Nothing is derived before its commit has returned.
      if (!(countTry.count(db, from, id) instanceof Counted.Passed passed)) {
        return new Opening.TryLater();
      }

      for (int reading = 1; reading <= READINGS; reading++) {
        // 3. The link, or a decoy in its place: none there, expired, or no try left. All take the same path.
        Optional<SealedLink> found = links.find(db, id).filter(link -> !Decoy.expired(link.expiresOn(), now));
        SealedLink link = found.filter(_ -> passed.withinTries()).orElseGet(() -> decoy.at(id, now));
        try (Unlock unlock = asked.token().unlock(asked.date(), keys, link.pepperMonth())) {

          // 4. Not counted or not equal: the one answer. A locked link's own verifier was never looked at.
          if (!unlock.matches(link.verifier())) {
            return new Opening.WrongDetails();
          }

          // The truth about a link without a result gives the try back, unwraps nothing and is no event.
          Optional<Opening.Truth> noResult = ended.truth(asked, link);
          if (noResult.isPresent()) {
            Transaction.run(db, () -> giveBack(db, passed, id), _ -> true);
            return noResult.get();
          }

          // 5. Transaction B gives back and writes down this opening, if the link still is what was read.
          if (!Transaction.run(db, () -> noteOpening(db, passed, link, now), noted -> noted)) {
            continue;
          }

          // 6. Unwrap, unseal, and show it only if no later revision was ever written down.
          return show(db, asked, link, unlock);
        }
      }
      throw new IllegalStateException("the link changed under each of " + READINGS + " readings");
    }
  }

  private boolean giveBack(Connection db, Counted.Passed passed, LinkId id) throws SQLException {
    countTry.giveBack(db, passed, id);
    return true;
  }

  private boolean noteOpening(Connection db, Counted.Passed passed, SealedLink link, Instant now) throws SQLException {
    countTry.giveBack(db, passed, link.id());
    if (!links.countOpening(db, link.id(), link.revision())) {
      return false;
    }
    events.append(db, link.id(), now, EventKind.OPENED, Events.HOLDER, link.revision());
    return true;
  }

  private Opening show(Connection db, Proven proven, SealedLink link, Unlock unlock) throws SQLException {
    Sealed wrap = link.holderWrap().orElseThrow(() -> new IllegalStateException("a ready link without its wrap"));
    Sealed sealed =
        links
            .result(db, link.id(), link.revision())
            .orElseThrow(() -> new IllegalStateException("a ready link without its result"));
    Events.Told told = events.told(db, link.id());
    if (told.highestRevision() != link.revision()) {
      throw new IllegalStateException("another revision is shown than the last one written down");
    }
    Sealing sealing = new Sealing(link.id(), link.pharmacy(), random);
    try (Dek dek = sealing.openHolderWrap(unlock, wrap)) {
      TestResult result = TestResult.of(sealing.openResult(dek, link.revision(), sealed));
      if (settings.toldInPerson().contains(result.sample().kind().code())) {
        return new Opening.CallPatientIn(
            proven, new Opening.ToCall(result.issuer().pharmacy(), result.issuer().telephone()));
      }
      return new Opening.Shown(
          proven,
          result,
          told.lastTen(),
          told.openings(),
          tries.of(db, link.id()),
          link.expiresOn());
    }
  }
}

package souspli.issuing;

import jakarta.inject.Inject;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import souspli.accesslog.EventKind;
import souspli.accesslog.Events;
import souspli.keys.MissingKey;
import souspli.limits.Tries;
import souspli.links.Custody;
import souspli.links.EndLink;
import souspli.links.InCustody;
import souspli.links.Link;
import souspli.links.Links;
import souspli.links.Revision;
import souspli.links.WithdrawReason;
import souspli.registry.Outbox;
import souspli.result.Dossier;
import souspli.sealedlink.DateOfBirth;
import souspli.sealedlink.SlipNumber;
import souspli.sealedlink.Token;
import souspli.staff.Act;
import souspli.staff.Acting;

/**
 * Gives a result a new slip: the old one was lost, locked, or made for a wrong date of birth. The new link has its own
 * token and data key, today's keys and tries of its own; what it holds is the same report. The old one ends with it.
 */
@Dependent
public class ReissueLink {
  private final Links links;
  private final Custody custody;
  private final EndLink endLink;
  private final Tries tries;
  private final Events events;
  private final OwnSlips slips;
  private final Outbox outbox;
  private final InstantSource clock;
  private final SecureRandom random;

  @Inject
  public ReissueLink(
      Links links,
      Custody custody,
      EndLink endLink,
      Tries tries,
      Events events,
      OwnSlips slips,
      Outbox outbox,
      InstantSource clock,
      SecureRandom random) {
    this.links = links;
    this.custody = custody;
    this.endLink = endLink;
    this.tries = tries;
    this.events = events;
    this.slips = slips;
    this.outbox = outbox;
    this.clock = clock;
    this.random = random;
  }

  /** What came of it. */
  public sealed interface Answer permits Reissued, NoKeysToday, Refusal {}

  /**
   * @param oldOpened how often the old slip had shown the result: if that was not the patient, somebody else knows it
   */
  public record Reissued(IssuedSlip slip, int oldOpened) implements Answer {}

  /** This node has not got today's keys, and makes none of its own. The old slip still holds. */
  public record NoKeysToday() implements Answer {}

  /**
   * @param corrected the right date of birth, where the old slip was made for a wrong one
   */
  @Transactional
  public Answer reissue(Acting acting, SlipNumber slip, Optional<DateOfBirth> corrected) {
    acting.require(Act.REISSUE);
    Instant now = clock.instant();
    return switch (slips.reach(acting, slip)) {
      case OwnSlips.Reach.Beyond(Refusal why) -> why;
      case OwnSlips.Reach.Within(Link old, InCustody open) -> reissue(acting, old, open, corrected, now);
    };
  }

  private Answer reissue(Acting acting, Link old, InCustody open, Optional<DateOfBirth> corrected, Instant now) {
    Dossier was = open.dossier();
    Dossier dossier =
        corrected.map(born -> new Dossier(was.traits().withDateOfBirth(born), was.sample())).orElse(was);
    Token token = Token.fresh(random);
    Link link;
    try {
      LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      link = custody.seal(token, links.freeNumber(random), old.pharmacy(), old.report(), dossier, today);
    } catch (MissingKey noneToday) {
      token.close();
      return new NoKeysToday();
    }
    link.takeOver(old);
    links.add(link);
    links.sql(
        connection -> {
          tries.begin(connection, link.id(), Tries.allowed(dossier.traits().dateOfBirth()));
          return null;
        });
    InCustody anew = custody.of(link).orElseThrow();
    for (Revision revision : links.revisions(old)) {
      links.add(anew.seal(revision.number(), open.open(revision)));
    }
    links.sql(connection -> outbox.move(connection, old.id(), link.id()));
    if (!dossier.traits().equals(was.traits())) {
      links.sql(connection -> outbox.tellAnew(connection, link.id(), link.revision()));
    }
    links.note(link, now, EventKind.ISSUED, acting.member().value());
    int opened = links.sql(connection -> events.openings(connection, old.id()));
    endLink.end(old, WithdrawReason.REPLACED, acting.member().value(), now);
    Instant readyAt = dossier.sample().readyAt();
    return new Reissued(
        new IssuedSlip(token, link.slip(), slips.pharmacy(acting), readyAt, link.expiresOn()), opened);
  }
}

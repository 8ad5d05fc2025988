package souspli.links;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import souspli.sealedlink.LinkId;
import souspli.sealedlink.PharmacyId;
import souspli.sealedlink.ReportId;
import souspli.sealedlink.Sealed;
import souspli.sealedlink.SlipNumber;
import souspli.sealedlink.Token;
import souspli.sealedlink.Unlock.Verifier;

/**
 * One link: what the database knows of one slip. It holds nothing that opens without a key from the key directory, and
 * names nobody. It changes by verbs only; each refuses, with {@link IllegalStateException}, what a link in its state
 * cannot do.
 */
@Entity
@Table(name = "link")
public class Link {
  @Id
  @Column(name = "link_id")
  private byte[] linkId;

  private String slip;
  private long pharmacy;
  private int state;
  private Integer reason;

  @Column(name = "pepper_month")
  private int pepperMonth;

  @Column(name = "custody_day")
  private LocalDate custodyDay;

  @Column(name = "expires_on")
  private LocalDate expiresOn;

  private byte[] verifier;

  @Column(name = "holder_wrap")
  private byte[] holderWrap;

  @Column(name = "custody_wrap")
  private byte[] custodyWrap;

  private byte[] traits;

  @Column(name = "log_key")
  private byte[] logKey;

  private int revision;
  private int events;
  private byte[] report;

  /** For JPA. */
  protected Link() {}

  /**
   * What is sealed for a new link.
   *
   * @param holderWrap the DEK under token, date of birth and the pepper of the month of issue
   * @param custodyWrap the DEK under the key of the day of issue
   * @param traits person and sample, under the same
   */
  public record Seals(Verifier verifier, Sealed holderWrap, Sealed custodyWrap, Sealed traits) {}

  /**
   * A link without a result.
   *
   * @param issuedOn day of issue (UTC): names day key and pepper
   * @param expiresOn last day on which it opens
   */
  public Link(
      Token token,
      SlipNumber slip,
      PharmacyId pharmacy,
      ReportId report,
      LocalDate issuedOn,
      LocalDate expiresOn,
      Seals seals) {
    if (!expiresOn.isAfter(issuedOn)) {
      throw new IllegalArgumentException("a link that has expired when it is issued");
    }
    this.linkId = token.linkId().bytes();
    this.logKey = token.logKey().stored();
    this.slip = slip.digits();
    this.pharmacy = pharmacy.value();
    this.report = report.bytes();
    this.state = LinkState.PENDING.code();
    this.pepperMonth = issuedOn.getYear() * 100 + issuedOn.getMonthValue();
    this.custodyDay = issuedOn;
    this.expiresOn = expiresOn;
    this.verifier = seals.verifier.stored();
    this.holderWrap = seals.holderWrap.bytes();
    this.custodyWrap = seals.custodyWrap.bytes();
    this.traits = seals.traits.bytes();
  }

  /** The first result is there: the link opens from now on. Returns its revision, 1. */
  public int resultCame() {
    demand(state() == LinkState.PENDING, "a second first result");
    state = LinkState.READY.code();
    revision = 1;
    return revision;
  }

  /** Another result takes the place of the last. Returns its revision. */
  public int resultCorrected() {
    demand(state() == LinkState.READY, "a correction of no result");
    return ++revision;
  }

  /** A new slip takes over every revision of an old link's result. */
  public void takeOver(Link old) {
    demand(state() == LinkState.PENDING && events == 0, "a link that has lived takes over another");
    demand(old.state() != LinkState.WITHDRAWN && old.report().equals(report()), "taking over what is not the same");
    state = old.state;
    revision = old.revision;
  }

  /** Name or contact were written down wrong; the date of birth is the same. */
  public void traitsMended(Sealed right) {
    demand(state() != LinkState.WITHDRAWN && traits != null, "mending what nobody holds any more");
    traits = right.bytes();
  }

  /** The pharmacy's seals are made anew under the key of a later day. */
  void carriedTo(LocalDate day, Sealed wrap, Sealed sealedTraits) {
    demand(custodyDay != null && custodyDay.isBefore(day), "carrying backwards what custody holds");
    custodyDay = day;
    custodyWrap = wrap.bytes();
    traits = sealedTraits.bytes();
  }

  /** Nobody but the holder opens it from now on. */
  public void custodyEnded() {
    custodyDay = null;
    custodyWrap = null;
    traits = null;
  }

  /**
   * Ends the link for good: what opens it is gone at once, and so is what is sealed under the day key, unless a report
   * is still owed. What the holder is told (verifier, reason, events) stays until the link expires.
   */
  void withdraw(WithdrawReason why, boolean owed) {
    demand(state() != LinkState.WITHDRAWN, "withdrawn twice");
    state = LinkState.WITHDRAWN.code();
    reason = why.code();
    holderWrap = null;
    if (!owed) {
      custodyWrap = null;
      traits = null;
    }
  }

  /** One more thing has happened to this link; its row follows, in the same transaction. */
  void countEvent() {
    events++;
  }

  public LinkId id() {
    return new LinkId(linkId);
  }

  public SlipNumber slip() {
    return SlipNumber.of(slip);
  }

  public PharmacyId pharmacy() {
    return new PharmacyId(pharmacy);
  }

  public LinkState state() {
    return LinkState.of(state);
  }

  /** Present exactly when withdrawn. */
  public Optional<WithdrawReason> reason() {
    return Optional.ofNullable(reason).map(WithdrawReason::of);
  }

  /** The month whose pepper opens this link. */
  public YearMonth pepperMonth() {
    return YearMonth.of(pepperMonth / 100, pepperMonth % 100);
  }

  /** Day of issue, until custody has ended. */
  public Optional<LocalDate> custodyDay() {
    return Optional.ofNullable(custodyDay);
  }

  /** The last day on which it opens. */
  public LocalDate expiresOn() {
    return expiresOn;
  }

  public ReportId report() {
    return new ReportId(report);
  }

  /** Of the result that is shown; 0 while there is none. */
  public int revision() {
    return revision;
  }

  public int events() {
    return events;
  }

  Optional<Sealed> custodyWrap() {
    return Optional.ofNullable(custodyWrap).map(Sealed::new);
  }

  Optional<Sealed> traits() {
    return Optional.ofNullable(traits).map(Sealed::new);
  }

  private static void demand(boolean right, String whatElse) {
    if (!right) {
      throw new IllegalStateException(whatElse);
    }
  }
}

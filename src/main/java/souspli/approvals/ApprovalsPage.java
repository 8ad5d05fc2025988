package souspli.approvals;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import souspli.approvals.Proposal.Person;
import souspli.approvals.Proposal.Place;
import souspli.directory.Rpps;
import souspli.lock.FreshFactor;
import souspli.mail.InvitationPost;
import souspli.pharmacies.Pharmacies;
import souspli.pharmacies.Pharmacy;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.MemberId;
import souspli.staff.Members;
import souspli.staff.WhoIsActing;

/** {@code /staff/approvals}: what waits, who asked for it, when and why; and whoever did not ask decides. */
@Named
@RequestScoped
public class ApprovalsPage {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final WhoIsActing who;
  private final SeeProposals seeProposals;
  private final Approve approve;
  private final TurnDown turnDown;
  private final Members members;
  private final Pharmacies pharmacies;
  private final InvitationPost post;
  private final FreshFactor freshFactor;

  private List<Row> rows = List.of();
  private String said = "";
  private String whom = "";
  private String link = "";
  private String faulty = "";
  private String undecided = "";
  private String button = "";
  private String reason = "";

  /** For the proxy. */
  protected ApprovalsPage() {
    this(null, null, null, null, null, null, null, null);
  }

  @Inject
  ApprovalsPage(
      WhoIsActing who,
      SeeProposals seeProposals,
      Approve approve,
      TurnDown turnDown,
      Members members,
      Pharmacies pharmacies,
      InvitationPost post,
      FreshFactor freshFactor) {
    this.who = who;
    this.seeProposals = seeProposals;
    this.approve = approve;
    this.turnDown = turnDown;
    this.members = members;
    this.pharmacies = pharmacies;
    this.post = post;
    this.freshFactor = freshFactor;
  }

  /**
   * One thing that waits.
   *
   * @param kind person, renewal or pharmacy
   * @param by who asked; empty for the command line
   * @param own whether whoever looks asked for it
   */
  public record Row(
      String id,
      String kind,
      String why,
      boolean needsReason,
      String by,
      String when,
      boolean own,
      String name,
      String email,
      String role,
      String place,
      String rpps,
      String telephone,
      String finess,
      String zone) {}

  /** Before the view is shown. The buttons name the proposal themselves. */
  public void arrive() {
    FacesContext context = FacesContext.getCurrentInstance();
    Map<String, String> sent = context.getExternalContext().getRequestParameterMap();
    Optional<Long> approved = context.isPostback() ? number(sent.get("approve")) : Optional.empty();
    Optional<Long> turnedDown = context.isPostback() ? number(sent.get("turn-down")) : Optional.empty();
    Optional<Long> decided = approved.or(() -> turnedDown);
    if (decided.isPresent() && !freshFactor.isThereFor(Act.DECIDE_PROPOSAL)) {
      undecided = decided.get().toString();
      button = (approved.isPresent() ? "approve-" : "turn-down-") + undecided;
      reason = reason(sent, decided.get());
    } else {
      approved.ifPresent(id -> approve(who.require(), id, reason(sent, id)));
      turnedDown.ifPresent(id -> turnDown(who.require(), id, reason(sent, id)));
    }
    Acting acting = who.require();
    rows = seeProposals.waiting(acting).stream().map(proposal -> row(acting, proposal)).toList();
  }

  private static Optional<Long> number(String text) {
    return MemberId.parse(text).map(MemberId::value); // made in the same way
  }

  private static String reason(Map<String, String> sent, long id) {
    return sent.getOrDefault("reason-" + id, "");
  }

  private void approve(Acting acting, long id, String reason) {
    switch (approve.approve(acting, id, reason)) {
      case Approve.Answer.Invitable(var invited, var secret) -> {
        String place = invited.pharmacy().map(pharmacies::get).map(Pharmacy::name).orElse("");
        InvitationPost.Posted posted = post.send(invited, place, secret);
        said = posted.outcome().name();
        link = posted.link();
        whom = invited.name().text();
      }
      case Approve.Answer.Added(var pharmacy) -> {
        said = "added";
        whom = pharmacy.name();
      }
      case Approve.Answer.Gone() -> said = "gone";
      case Approve.Answer.Taken() -> said = "taken";
      case Approve.Answer.NoReason() -> {
        said = "no-reason";
        faulty = Long.toString(id);
      }
    }
  }

  private void turnDown(Acting acting, long id, String reason) {
    said = turnDown.turnDown(acting, id, reason) ? "turned-down" : "gone";
  }

  private Row row(Acting acting, Proposal proposal) {
    String by = proposal.askedBy().map(members::name).map(name -> name.text()).orElse("");
    boolean own = proposal.askedBy().filter(acting.member()::equals).isPresent();
    String id = Long.toString(proposal.id());
    String why = proposal.why().name();
    boolean reason = proposal.why().needsReason();
    String when = WHEN.format(proposal.askedAt());
    return switch (proposal.content()) {
      case Person(var invited, var renews) ->
          new Row(
              id,
              renews.isPresent() ? "renewal" : "person",
              why,
              reason,
              by,
              when,
              own,
              invited.name().text(),
              invited.email().text(),
              invited.role().name(),
              invited.pharmacy().map(pharmacies::get).map(Pharmacy::name).orElse(""),
              invited.rpps().map(Rpps::digits).orElse(""),
              "",
              "",
              "");
      case Place(var name, var telephone, var finess, var zone) ->
          new Row(
              id, "pharmacy", why, reason, by, when, own, name, "", "", "", "", telephone, finess.text(), zone.getId());
    };
  }

  public List<Row> getRows() {
    return rows;
  }

  /** Key of what became of the decision; empty where there was none. */
  public String getSaid() {
    return said;
  }

  /** Whether nothing was decided. */
  public boolean isFault() {
    return said.equals("gone") || said.equals("taken") || said.equals("no-reason");
  }

  /** Whom or what it was about. */
  public String getWhom() {
    return whom;
  }

  /** The invitation that was just approved; shown once, and only where no letter carries it. */
  public String getLink() {
    return link;
  }

  /** The proposal that is decided as soon as a factor was shown; empty where none is. */
  public String getUndecided() {
    return undecided;
  }

  /** Id of the button that was pressed for it. */
  public String getButton() {
    return button;
  }

  /** What was typed beside it. */
  public String getReason() {
    return reason;
  }

  /** The proposal whose reason is missing; empty where none is. */
  public String getFaulty() {
    return faulty;
  }
}

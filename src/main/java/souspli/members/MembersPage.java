package souspli.members;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souspli.directory.Directory;
import souspli.lock.FreshFactor;
import souspli.pharmacies.Pharmacies;
import souspli.pharmacies.Pharmacy;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.Member;
import souspli.staff.MemberId;
import souspli.staff.Members;
import souspli.staff.WhoIsActing;

/**
 * {@code /staff/members}: who works here, a button that disables after asking once more, one that invites anew who lost
 * a factor; for administrators whom the directory lacks.
 */
@Named
@RequestScoped
public class MembersPage {

  private final WhoIsActing who;
  private final Members members;
  private final DisableMember disableMember;
  private final RenewFactors renewFactors;
  private final SeeMissingStaff seeMissingStaff;
  private final InviteForm inviteForm;
  private final FreshFactor freshFactor;
  private final Pharmacies pharmacies;

  private List<Row> rows = List.of();
  private List<Directory.Missing> missing = List.of();
  private Optional<Row> asked = Optional.empty();
  private Optional<Row> waiting = Optional.empty();

  /** For the proxy. */
  protected MembersPage() {
    this(null, null, null, null, null, null, null, null);
  }

  @Inject
  MembersPage(
      WhoIsActing who,
      Members members,
      DisableMember disableMember,
      RenewFactors renewFactors,
      SeeMissingStaff seeMissingStaff,
      InviteForm inviteForm,
      FreshFactor freshFactor,
      Pharmacies pharmacies) {
    this.who = who;
    this.members = members;
    this.disableMember = disableMember;
    this.renewFactors = renewFactors;
    this.seeMissingStaff = seeMissingStaff;
    this.inviteForm = inviteForm;
    this.freshFactor = freshFactor;
    this.pharmacies = pharmacies;
  }

  /**
   * One line of the list.
   *
   * @param state active, disabled or factor-disabled
   * @param ruled whether whoever looks may disable them and invite them anew
   */
  public record Row(
      MemberId id, String name, String email, String role, String place, String rpps, String state, boolean ruled) {}

  /**
   * Before the view is shown. The buttons name the member themselves: a line of the list would be another's by the time
   * it is sent.
   */
  public void arrive() {
    FacesContext context = FacesContext.getCurrentInstance();
    Map<String, String> sent = context.getExternalContext().getRequestParameterMap();
    Optional<MemberId> leaver = context.isPostback() ? MemberId.parse(sent.get("disable")) : Optional.empty();
    Optional<MemberId> renewed = context.isPostback() ? MemberId.parse(sent.get("renew")) : Optional.empty();
    if (leaver.isPresent() && freshFactor.isThereFor(Act.DISABLE_MEMBER)) {
      disableMember.disable(who.require(), leaver.get());
    }
    boolean renewing = renewed.isPresent() && freshFactor.isThereFor(Act.INVITE);
    if (renewing) {
      inviteForm.tell(renewFactors.renew(who.require(), renewed.get()));
    }
    Acting acting = who.require();
    rows = members.seenBy(acting).stream().map(member -> row(acting, member)).toList();
    missing = acting.may(Act.SEE_MISSING_STAFF) ? seeMissingStaff.all(acting) : List.of();
    asked = MemberId.parse(sent.get("ask")).or(() -> leaver).flatMap(this::ruled);
    waiting = renewing ? Optional.empty() : renewed.flatMap(this::ruled);
  }

  private Optional<Row> ruled(MemberId id) {
    return rows.stream().filter(row -> row.ruled() && row.id().equals(id)).findFirst();
  }

  private Row row(Acting acting, Member member) {
    String state = member.disabled() ? "disabled" : member.factorDisabled() ? "factor-disabled" : "active";
    boolean ruled =
        !member.disabled()
            && !member.id().equals(acting.member())
            && acting.reaches(member.role(), member.pharmacy());
    String place = member.pharmacy().map(pharmacies::get).map(Pharmacy::name).orElse("");
    return new Row(
        member.id(),
        member.name(),
        member.email(),
        member.role().name(),
        place,
        member.rpps().map(rpps -> rpps.digits()).orElse(""),
        state,
        ruled);
  }

  public List<Row> getRows() {
    return rows;
  }

  /** Whom the directory does not have where they work; empty for who may not see it. */
  public List<Directory.Missing> getMissing() {
    return missing;
  }

  /** The line that is to be invited anew as soon as a factor was shown, or null. */
  public Row getWaiting() {
    return waiting.orElse(null);
  }

  /** The line that is about to be disabled, or null. */
  public Row getAsked() {
    return asked.orElse(null);
  }
}

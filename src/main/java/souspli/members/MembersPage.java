package souspli.members;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souspli.mail.Letters;
import souspli.mail.Post;
import souspli.pharmacies.Pharmacies;
import souspli.pharmacies.Pharmacy;
import souspli.sealedlink.PharmacyId;
import souspli.settings.Settings;
import souspli.staff.Acting;
import souspli.staff.EmailAddress;
import souspli.staff.Invitation.Invited;
import souspli.staff.Member;
import souspli.staff.MemberId;
import souspli.staff.Members;
import souspli.staff.Permissions;
import souspli.staff.PersonName;
import souspli.staff.Role;
import souspli.staff.WhoIsActing;

/** {@code /staff/members}: who works here, a form that invites, a button that disables after asking once more. */
@Named
@RequestScoped
public class MembersPage {

  private final WhoIsActing who;
  private final Members members;
  private final Invite invite;
  private final DisableMember disableMember;
  private final Pharmacies pharmacies;
  private final Post post;
  private final Settings settings;

  private List<Row> rows = List.of();
  private Optional<Row> asked = Optional.empty();
  private String email = "";
  private String name = "";
  private Role role = Role.PHARMACIST;
  private String pharmacy = "";
  private String link = "";
  private String mailed = "";
  private String fault = "";

  /** For the proxy. */
  protected MembersPage() {
    this(null, null, null, null, null, null, null);
  }

  @Inject
  MembersPage(
      WhoIsActing who,
      Members members,
      Invite invite,
      DisableMember disableMember,
      Pharmacies pharmacies,
      Post post,
      Settings settings) {
    this.who = who;
    this.members = members;
    this.invite = invite;
    this.disableMember = disableMember;
    this.pharmacies = pharmacies;
    this.post = post;
    this.settings = settings;
  }

  /** One line of the list; {@code state} is active, disabled or factor-disabled. */
  public record Row(
      MemberId id, String name, String email, Role role, String place, String state, boolean disableable) {}

  /**
   * Before the view is shown. The buttons name the member themselves: a line of the list would be another's by the time
   * it is sent.
   */
  public void arrive() {
    FacesContext context = FacesContext.getCurrentInstance();
    Map<String, String> sent = context.getExternalContext().getRequestParameterMap();
    Acting acting = who.require();
    if (context.isPostback()) {
      MemberId.parse(sent.get("disable")).ifPresent(id -> disableMember.disable(acting, id));
    }
    rows = members.seenBy(acting).stream().map(member -> row(acting, member)).toList();
    asked = MemberId.parse(sent.get("ask")).flatMap(this::disableable);
  }

  private Optional<Row> disableable(MemberId id) {
    return rows.stream().filter(row -> row.disableable() && row.id().equals(id)).findFirst();
  }

  private Row row(Acting acting, Member member) {
    String state = member.disabled() ? "disabled" : member.factorDisabled() ? "factor-disabled" : "active";
    boolean disableable =
        !member.disabled()
            && !member.id().equals(acting.member())
            && acting.reaches(member.role(), member.pharmacy());
    String place = member.pharmacy().map(pharmacies::get).map(Pharmacy::name).orElse("");
    return new Row(member.id(), member.name(), member.email(), member.role(), place, state, disableable);
  }

  /** Makes an invitation, or says what is missing. */
  public void invite() {
    Acting acting = who.require();
    Optional<EmailAddress> address = EmailAddress.parse(email);
    Optional<PersonName> called = PersonName.parse(name);
    Optional<PharmacyId> where = role.inPharmacy() ? place(acting) : Optional.empty();
    if (address.isEmpty()) {
      fault = "email";
    } else if (called.isEmpty()) {
      fault = "name";
    } else if (role.inPharmacy() != where.isPresent()) {
      fault = "pharmacy";
    } else {
      invite(acting, new Invited(address.get(), called.get(), role, where));
    }
  }

  private void invite(Acting acting, Invited invited) {
    switch (invite.invite(acting, invited)) {
      case Invite.Answer.Made(var secret, var until) -> {
        link = settings.baseUrl() + "/staff/invitation#" + secret.text();
        mailed = mail(invited).name();
        email = "";
        name = "";
      }
      case Invite.Answer.WorksHere() -> fault = "works-here";
    }
  }

  /** After the invitation was committed: what fails here is told, and the link can still be copied. */
  private Post.Outcome mail(Invited invited) {
    String place = invited.pharmacy().map(pharmacies::get).map(Pharmacy::name).orElse("");
    return post.send(Letters.invitation(invited.email(), invited.name().text(), invited.role(), place, link));
  }

  /** A manager's own pharmacy, whatever the form says; else the one that was chosen. */
  private Optional<PharmacyId> place(Acting acting) {
    return acting
        .pharmacy()
        .or(() -> pharmacies.all().stream().map(Pharmacy::id).filter(id -> id.toString().equals(pharmacy)).findFirst());
  }

  public List<Row> getRows() {
    return rows;
  }

  /** The line that is about to be disabled, or null. */
  public Row getAsked() {
    return asked.orElse(null);
  }

  /** The roles that this member may invite. */
  public List<Role> getRoles() {
    return Permissions.rules(who.require().role()).stream().sorted(Comparator.naturalOrder()).toList();
  }

  /** Name by number, for the choice; empty for who has no choice. */
  public Map<String, String> getPharmacies() {
    Map<String, String> choice = new LinkedHashMap<>();
    if (who.require().pharmacy().isEmpty()) {
      pharmacies.all().forEach(p -> choice.put(p.name(), p.id().toString()));
    }
    return choice;
  }

  /** The invitation that was just made; shown once, and only where no letter carries it. */
  public String getLink() {
    return mailed.equals(Post.Outcome.SENT.name()) ? "" : link;
  }

  /** What became of its letter: SENT, NOT_SENT or OFF. */
  public String getMailed() {
    return mailed;
  }

  /** Key of what is wrong with the form; empty where nothing is. */
  public String getFault() {
    return fault;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Role getRole() {
    return role;
  }

  public void setRole(Role role) {
    this.role = role;
  }

  public String getPharmacy() {
    return pharmacy;
  }

  public void setPharmacy(String pharmacy) {
    this.pharmacy = pharmacy;
  }
}

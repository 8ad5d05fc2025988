package souspli.members;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souspli.directory.Rpps;
import souspli.mail.InvitationPost;
import souspli.lock.FreshFactor;
import souspli.pharmacies.Pharmacies;
import souspli.pharmacies.Pharmacy;
import souspli.sealedlink.PharmacyId;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.EmailAddress;
import souspli.staff.Invitation.Invited;
import souspli.staff.Permissions;
import souspli.staff.PersonName;
import souspli.staff.Role;
import souspli.staff.WhoIsActing;

/** The form of {@code /staff/members} that invites, and what is said of an invitation. */
@Named
@RequestScoped
public class InviteForm {

  private final WhoIsActing who;
  private final Invite invite;
  private final Pharmacies pharmacies;
  private final InvitationPost post;
  private final FreshFactor freshFactor;

  private String email = "";
  private String name = "";
  private Role role = Role.PHARMACIST;
  private String pharmacy = "";
  private String rpps = "";
  private String fault = "";
  private String said = "";
  private String link = "";

  /** For the proxy. */
  protected InviteForm() {
    this(null, null, null, null, null);
  }

  @Inject
  InviteForm(
      WhoIsActing who, Invite invite, Pharmacies pharmacies, InvitationPost post, FreshFactor freshFactor) {
    this.who = who;
    this.invite = invite;
    this.pharmacies = pharmacies;
    this.post = post;
    this.freshFactor = freshFactor;
  }

  /** Makes an invitation, or says what is missing. */
  public void send() {
    Acting acting = who.require();
    Optional<EmailAddress> address = EmailAddress.parse(email);
    Optional<PersonName> called = PersonName.parse(name);
    Optional<PharmacyId> where = role.inPharmacy() ? place(acting) : Optional.empty();
    Optional<Rpps> number = role.inPharmacy() ? Rpps.parse(rpps) : Optional.empty();
    if (address.isEmpty()) {
      fault = "email";
    } else if (called.isEmpty()) {
      fault = "name";
    } else if (role.inPharmacy() != where.isPresent()) {
      fault = "pharmacy";
    } else if (role.inPharmacy() != number.isPresent()) {
      fault = "rpps";
    } else if (freshFactor.isThereFor(Act.INVITE)) {
      tell(invite.invite(who.require(), new Invited(address.get(), called.get(), role, where, number)));
    }
  }

  /** Says what became of an invitation; sends its letter. */
  void tell(Invite.Answer answer) {
    switch (answer) {
      case Invite.Answer.Made(var invited, var secret) -> {
        String place = invited.pharmacy().map(pharmacies::get).map(Pharmacy::name).orElse("");
        InvitationPost.Posted posted = post.send(invited, place, secret);
        said = posted.outcome().name();
        link = posted.link();
        empty();
      }
      case Invite.Answer.Waits(var why) -> {
        said = why.name();
        empty();
      }
      case Invite.Answer.WorksHere() -> fault = "works-here";
      case Invite.Answer.NoNumber() -> fault = "rpps";
    }
  }

  private void empty() {
    email = "";
    name = "";
    rpps = "";
  }

  /** A manager's own pharmacy, whatever the form says; else the one that was chosen. */
  private Optional<PharmacyId> place(Acting acting) {
    return acting
        .pharmacy()
        .or(() -> pharmacies.all().stream().map(Pharmacy::id).filter(id -> id.toString().equals(pharmacy)).findFirst());
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

  /** What became of an invitation just now: SENT, NOT_SENT, OFF, or why it waits; empty where there is none. */
  public String getSaid() {
    return said;
  }

  /** Whether it waits for a second administrator. */
  public boolean isWaiting() {
    return !said.isEmpty() && !said.equals("SENT") && !said.equals("NOT_SENT") && !said.equals("OFF");
  }

  /** The invitation that was just made; shown once, and only where no letter carries it. */
  public String getLink() {
    return link;
  }

  /** Key of what is wrong with the form; empty where nothing is. */
  public String getFault() {
    return fault;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = orEmpty(email);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = orEmpty(name);
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
    this.pharmacy = orEmpty(pharmacy);
  }

  public String getRpps() {
    return rpps;
  }

  public void setRpps(String rpps) {
    this.rpps = orEmpty(rpps);
  }

  /** Faces gives nothing for what was left empty. */
  private static String orEmpty(String typed) {
    return typed == null ? "" : typed;
  }
}

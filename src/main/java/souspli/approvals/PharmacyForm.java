package souspli.approvals;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import souspli.approvals.ProposePharmacy.Answer;
import souspli.approvals.ProposePharmacy.Typed;
import souspli.staff.WhoIsActing;

/** The form of {@code /staff/approvals} that asks for a new pharmacy. */
@Named
@RequestScoped
public class PharmacyForm {

  /** Where French pharmacies are. */
  private static final List<String> ZONES =
      List.of(
          "Europe/Paris",
          "America/Cayenne",
          "America/Guadeloupe",
          "America/Martinique",
          "America/Miquelon",
          "Indian/Mayotte",
          "Indian/Reunion",
          "Pacific/Noumea",
          "Pacific/Tahiti",
          "Pacific/Wallis");

  private final WhoIsActing who;
  private final ProposePharmacy proposePharmacy;

  private String name = "";
  private String telephone = "";
  private String finess = "";
  private String zone = ZONES.getFirst();
  private String said = "";

  /** For the proxy. */
  protected PharmacyForm() {
    this(null, null);
  }

  @Inject
  PharmacyForm(WhoIsActing who, ProposePharmacy proposePharmacy) {
    this.who = who;
    this.proposePharmacy = proposePharmacy;
  }

  /** Asks for it, or says what is wrong. */
  public void send() {
    Answer answer = proposePharmacy.propose(who.require(), new Typed(name, telephone, finess, zone));
    said = answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    if (answer == Answer.ASKED) {
      name = "";
      telephone = "";
      finess = "";
    }
  }

  public boolean isAsked() {
    return said.equals("asked");
  }

  /** Key of what is wrong; empty where nothing is. */
  public String getFault() {
    return isAsked() ? "" : said;
  }

  public List<String> getZones() {
    return ZONES;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = orEmpty(name);
  }

  public String getTelephone() {
    return telephone;
  }

  public void setTelephone(String telephone) {
    this.telephone = orEmpty(telephone);
  }

  public String getFiness() {
    return finess;
  }

  public void setFiness(String finess) {
    this.finess = orEmpty(finess);
  }

  public String getZone() {
    return zone;
  }

  public void setZone(String zone) {
    this.zone = orEmpty(zone);
  }

  /** Faces gives nothing for what was left empty. */
  private static String orEmpty(String typed) {
    return typed == null ? "" : typed;
  }
}

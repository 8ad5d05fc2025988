package souspli.pharmacies;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DateTimeException;
import java.time.ZoneId;
import souspli.result.Field;
import souspli.sealedlink.PharmacyId;

/** One pharmacy as it is printed on slips and named in results. Valid by construction; nothing of it is secret. */
@Entity
@Table(name = "pharmacy")
public class Pharmacy {
  @Id
  @Column(name = "pharmacy")
  private long id;

  private String name;
  private String telephone;
  private String finess;
  private String zone;

  /** For JPA. */
  protected Pharmacy() {}

  /**
   * @param finess as {@link Finess} reads it
   * @param zone where its clock on the wall runs
   * @throws IllegalArgumentException naming the field that cannot be
   */
  public Pharmacy(PharmacyId id, String name, String telephone, String finess, ZoneId zone) {
    this.id = id.value();
    this.name = name.strip();
    this.telephone = telephone.strip();
    this.finess = finess.strip();
    this.zone = zone.getId();
    // each of these stands in every sealed result and has its limit there
    check(Field.PHARMACY.fault(this.name).isEmpty(), "name");
    check(Field.PHARMACY_TELEPHONE.fault(this.telephone).isEmpty(), "telephone");
    check(Finess.parse(this.finess).isPresent(), "finess");
    check(Field.PHARMACY_ZONE.fault(this.zone).isEmpty(), "zone");
  }

  public PharmacyId id() {
    return new PharmacyId(id);
  }

  public String name() {
    return name;
  }

  /** As dialled in its country. */
  public String telephone() {
    return telephone;
  }

  public Finess finess() {
    return new Finess(finess);
  }

  /** In this zone the pharmacy's slips and results give their times. */
  public ZoneId zone() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalStateException("pharmacy " + id + " has an unknown time zone: " + zone, e);
    }
  }

  private static void check(boolean right, String field) {
    if (!right) {
      throw new IllegalArgumentException("a pharmacy's " + field + " is missing, too long or malformed");
    }
  }
}

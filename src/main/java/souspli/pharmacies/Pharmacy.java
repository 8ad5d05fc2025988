package souspli.pharmacies;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
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
    wrong(this.name, this.telephone, this.finess, this.zone)
        .ifPresent(
            part -> {
              throw new IllegalArgumentException("a pharmacy's " + part + " is missing, too long or malformed");
            });
  }

  /** What a pharmacy is made of. */
  public enum Part {
    NAME,
    TELEPHONE,
    FINESS,
    ZONE
  }

  /** The first that cannot be, as typed; blanks around them do not count. */
  public static Optional<Part> wrong(String name, String telephone, String finess, String zone) {
    // all but the number stand in every sealed result and have their limits there
    if (Field.PHARMACY.fault(name.strip()).isPresent()) {
      return Optional.of(Part.NAME);
    }
    if (Field.PHARMACY_TELEPHONE.fault(telephone.strip()).isPresent()) {
      return Optional.of(Part.TELEPHONE);
    }
    if (Finess.parse(finess).isEmpty()) {
      return Optional.of(Part.FINESS);
    }
    boolean known = ZoneId.getAvailableZoneIds().contains(zone.strip());
    return known && Field.PHARMACY_ZONE.fault(zone.strip()).isEmpty() ? Optional.empty() : Optional.of(Part.ZONE);
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
}

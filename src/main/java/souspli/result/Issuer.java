package souspli.result;

import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * Who answers for a result: the pharmacy, its telephone and time zone, and the professional, as they were when it was
 * entered. Each within its limit.
 */
public record Issuer(String pharmacy, String telephone, ZoneId zone, String professional) {
  public Issuer {
    Field.PHARMACY.checked(pharmacy);
    Field.PHARMACY_TELEPHONE.checked(telephone);
    Field.PHARMACY_ZONE.checked(zone.getId());
    Field.PROFESSIONAL.checked(professional);
  }

  static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time zone", e);
    }
  }
}

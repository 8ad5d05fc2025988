package souspli.scanner;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import souspli.result.Kit.Gtin;
import souspli.result.TestKind;
import souspli.sealedlink.PharmacyId;

/**
 * What each pharmacy calls the products whose boxes it has scanned, and what they test for. Lives in the caller's
 * transaction. Nothing in it tells of a person: it is what stands on the boxes in a pharmacy's drawer.
 */
@Dependent
public class KnownKits {
  private final EntityManager entities;

  @Inject
  public KnownKits(EntityManager entities) {
    this.entities = entities;
  }

  /** A product. */
  public record KnownKit(String name, TestKind kind) {}

  Optional<KnownKit> find(PharmacyId pharmacy, Gtin gtin) {
    List<?> rows =
        entities
            .createNativeQuery("SELECT name, kind FROM known_kit WHERE pharmacy = ? AND gtin = ?")
            .setParameter(1, pharmacy.value())
            .setParameter(2, gtin.digits())
            .getResultList();
    return rows.stream().findFirst().map(row -> (Object[]) row).flatMap(KnownKits::known);
  }

  /** A kind that this version does not know any more names nothing. */
  private static Optional<KnownKit> known(Object[] row) {
    return TestKind.parse((String) row[1]).map(kind -> new KnownKit((String) row[0], kind));
  }

  /** The last name given counts. */
  void keep(PharmacyId pharmacy, Gtin gtin, KnownKit kit) {
    entities
        .createNativeQuery(
            """
            INSERT INTO known_kit (pharmacy, gtin, name, kind) VALUES (?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE name = VALUES(name), kind = VALUES(kind)
            """)
        .setParameter(1, pharmacy.value())
        .setParameter(2, gtin.digits())
        .setParameter(3, kit.name())
        .setParameter(4, kit.kind().code())
        .executeUpdate();
  }
}

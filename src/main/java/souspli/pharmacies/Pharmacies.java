package souspli.pharmacies;

import jakarta.inject.Inject;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import souspli.sealedlink.PharmacyId;

/** All pharmacies of this deployment. */
@Dependent
public class Pharmacies {
  private final EntityManager entities;

  @Inject
  public Pharmacies(EntityManager entities) {
    this.entities = entities;
  }

  /** Empty when there never was one of this number. */
  public Optional<Pharmacy> find(PharmacyId id) {
    return Optional.ofNullable(entities.find(Pharmacy.class, id.value()));
  }

  /** For a number that came out of our own rows. */
  public Pharmacy get(PharmacyId id) {
    return find(id).orElseThrow(() -> new IllegalStateException("no pharmacy " + id));
  }

  /** By name. */
  public List<Pharmacy> all() {
    return entities.createQuery("SELECT p FROM Pharmacy p ORDER BY p.name, p.id", Pharmacy.class).getResultList();
  }

  /** In the caller's transaction, or in one of its own. */
  @Transactional
  public void add(Pharmacy pharmacy) {
    entities.persist(pharmacy);
  }
}

package souspli.operations;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Hands the entities of the current transaction to every ledger. */
@Dependent
public class Persistence {
  @Produces
  @PersistenceContext(unitName = "souspli")
  private EntityManager entities;
}

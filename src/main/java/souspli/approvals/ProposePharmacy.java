package souspli.approvals;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import souspli.approvals.Proposal.Place;
import souspli.approvals.Proposal.Why;
import souspli.pharmacies.Finess;
import souspli.pharmacies.Pharmacies;
import souspli.pharmacies.Pharmacy;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/** An administrator asks for a pharmacy to be added; another one decides. */
@Dependent
public class ProposePharmacy {

  private final DataSource database;
  private final Pharmacies pharmacies;
  private final Trail trail;
  private final InstantSource clock;
  private final SecureRandom random;

  @Inject
  public ProposePharmacy(
      DataSource database, Pharmacies pharmacies, Trail trail, InstantSource clock, SecureRandom random) {
    this.database = database;
    this.pharmacies = pharmacies;
    this.trail = trail;
    this.clock = clock;
    this.random = random;
  }

  /** As it was typed. */
  public record Typed(String name, String telephone, String finess, String zone) {}

  /** What came of it. */
  public enum Answer {
    ASKED,
    /** Each of these names the field that cannot be. */
    NAME,
    TELEPHONE,
    FINESS,
    ZONE,
    /** There is one with that FINESS number. */
    IS_HERE
  }

  @Transactional
  public Answer propose(Acting acting, Typed typed) {
    acting.require(Act.PROPOSE_PHARMACY);
    Optional<Pharmacy.Part> wrong =
        Pharmacy.wrong(typed.name(), typed.telephone(), typed.finess(), typed.zone());
    if (wrong.isPresent()) {
      return Answer.valueOf(wrong.get().name());
    }
    Finess finess = Finess.parse(typed.finess()).orElseThrow();
    if (pharmacies.all().stream().anyMatch(pharmacy -> pharmacy.finess().equals(finess))) {
      return Answer.IS_HERE;
    }
    Place place =
        new Place(typed.name().strip(), typed.telephone().strip(), finess, zone(typed.zone()));
    try (Connection db = database.getConnection()) {
      Proposals.ask(db, random, Why.PHARMACY, place, Optional.of(acting.member()), clock.instant());
    } catch (SQLException e) {
      throw new IllegalStateException("a pharmacy could not be proposed", e);
    }
    trail.note(acting, TrailKind.PHARMACY_ASKED_FOR);
    return Answer.ASKED;
  }

  private static ZoneId zone(String checked) {
    try {
      return ZoneId.of(checked.strip());
    } catch (DateTimeException e) {
      throw new IllegalStateException("a zone that was checked", e);
    }
  }
}

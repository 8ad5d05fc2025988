package souspli.worklist;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import souspli.links.Custody;
import souspli.links.LinkState;
import souspli.result.TestKind;
import souspli.result.Traits;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Act;
import souspli.staff.Acting;

/** Finds the slip that somebody has just been given for the same test: most likely the form was filled twice. */
@Dependent
public class FindSame {
  /** A test that was repeated later is another one. */
  public static final Duration WITHIN = Duration.ofMinutes(30);

  private final OwnRows rows;
  private final InstantSource clock;

  @Inject
  public FindSame(OwnRows rows, InstantSource clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** That slip. */
  public record Same(SlipNumber slip, Instant issuedAt) {}

  /** The latest one, not withdrawn, of the same names and date of birth. Opens the last half-hour's rows alone. */
  @Transactional
  public Optional<Same> find(Acting acting, Traits traits, TestKind kind) {
    acting.require(Act.ISSUE);
    Instant now = clock.instant();
    Custody.Reader reader = rows.reader(acting.pharmacyId());
    return rows.between(acting.pharmacyId(), now.minus(WITHIN), now.plusSeconds(1)).stream()
        .filter(row -> row.state() != LinkState.WITHDRAWN && row.traits().isPresent())
        .filter(
            row ->
                reader
                    .open(row.id(), row.custodyDay(), row.traits().get())
                    .filter(dossier -> dossier.sample().kind() == kind && PlainName.same(dossier.traits(), traits))
                    .isPresent())
        .findFirst()
        .map(row -> new Same(row.slip(), row.issuedAt()));
  }
}

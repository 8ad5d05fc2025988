package souspli.worklist;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import souspli.links.Custody;
import souspli.links.LinkState;
import souspli.result.Sample;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Act;
import souspli.staff.Acting;

/** The tests that lie on the counter and want to be read, also across midnight; the first to be read first. */
@Dependent
public class DueSlips {
  /** After so long a cassette is not read any more. */
  private static final Duration LONGEST = Duration.ofHours(12);

  private final OwnRows rows;
  private final InstantSource clock;

  @Inject
  public DueSlips(OwnRows rows, InstantSource clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** One test. */
  public record Due(SlipNumber slip, Sample sample) {}

  @Transactional
  public List<Due> due(Acting acting) {
    acting.require(Act.SEE_WORKLIST);
    Instant now = clock.instant();
    Custody.Reader reader = rows.reader(acting.pharmacyId());
    return rows.between(acting.pharmacyId(), now.minus(LONGEST), now.plusSeconds(1)).stream()
        .filter(row -> row.state() == LinkState.PENDING && row.traits().isPresent())
        .flatMap(
            row ->
                reader.open(row.id(), row.custodyDay(), row.traits().get()).stream()
                    .map(dossier -> new Due(row.slip(), dossier.sample())))
        .sorted(Comparator.comparing((Due due) -> due.sample().readyAt()).thenComparing(due -> due.slip().digits()))
        .toList();
  }
}

package souspli.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ACounter;
import souspli.limits.ClientAddress;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Acting;
import souspli.staff.Acting.NotAllowed;
import souspli.staff.MemberId;
import souspli.staff.Role;

/** Whose lines somebody sees, and what of them. */
class SeeTrailIT {
  @TempDir Path directory;

  private ACounter counter;
  private Acting manager;
  private Acting administrator;
  private SeeTrail seeTrail;

  @BeforeEach
  void threePlacesAtWork() {
    counter = new ACounter(directory);
    manager = new Acting(new MemberId(5), Role.MANAGER, counter.pharmacist.pharmacy());
    administrator = new Acting(new MemberId(6), Role.ADMINISTRATOR, Optional.empty());
    seeTrail = new SeeTrail(counter.database);
    note(counter.pharmacist, TrailKind.SIGNED_IN, About.NOTHING);
    note(counter.pharmacist, TrailKind.LOOKED_AT_RESULT, About.slip(SlipNumber.of("4821930577")));
    note(counter.stranger, TrailKind.SIGNED_IN, About.NOTHING);
    note(counter.agent, TrailKind.SIGNED_IN, About.NOTHING);
    About pharmacist =
        new About(Optional.of(counter.pharmacist.member()), counter.pharmacist.pharmacy(), Optional.empty());
    note(administrator, TrailKind.DISABLED, pharmacist);
    counter.trail.refused(counter.pharmacist, TrailKind.FACTOR_REFUSED);
    counter.now = counter.now.plusSeconds(1);
    counter.trail.refused(counter.pharmacist, TrailKind.FACTOR_REFUSED);
  }

  @Test
  void everybodySeesTheirOwnAndWhatWasDoneToThem() {
    assertEquals(
        List.of(
            "FACTOR_REFUSED Claire Morel - - 192.0.2.0/24 2",
            "DISABLED elsewhere Claire Morel - - 1",
            "LOOKED_AT_RESULT Claire Morel - 4821930577 192.0.2.0/24 1",
            "SIGNED_IN Claire Morel - - 192.0.2.0/24 1"),
        seen(counter.pharmacist, own()));
    assertEquals(List.of("SIGNED_IN Ana Costa - - 192.0.2.0/24 1"), seen(counter.agent, own()));
    assertThrows(NotAllowed.class, () -> seen(counter.pharmacist, all()));
    assertThrows(NotAllowed.class, () -> seen(counter.agent, all()));
  }

  @Test
  void aManagerSeesThePharmacysAndNobodyBeyondItByName() {
    assertEquals(
        List.of(
            "FACTOR_REFUSED Claire Morel - - 192.0.2.0/24 2",
            "DISABLED elsewhere Claire Morel - - 1",
            "LOOKED_AT_RESULT Claire Morel - 4821930577 192.0.2.0/24 1",
            "SIGNED_IN Claire Morel - - 192.0.2.0/24 1"),
        seen(manager, all()));
    assertEquals(List.of(), seen(manager, own()));
  }

  @Test
  void anAdministratorSeesAll() {
    assertEquals(6, seen(administrator, all()).size());
    assertTrue(seen(administrator, all()).contains("SIGNED_IN Yann Le Goff - - 192.0.2.0/24 1"));
  }

  @Test
  void byKindAndByDay() {
    Optional<TrailKind> kind = Optional.of(TrailKind.SIGNED_IN);
    assertEquals(3, seen(administrator, new SeeTrail.Asked(false, kind, Optional.empty(), Optional.empty())).size());
    Instant day = Instant.parse("2026-11-24T00:00:00Z");
    assertEquals(6, seen(administrator, during(day)).size());
    assertEquals(0, seen(administrator, during(day.minus(Duration.ofDays(1)))).size());
    assertEquals(0, seen(administrator, during(day.plus(Duration.ofDays(1)))).size());
  }

  /** Over both tables, in order, each line on one page. */
  @Test
  void aPageAtATime() {
    for (int i = 0; i < 25; i++) {
      note(counter.stranger, TrailKind.SIGNED_OUT, About.NOTHING);
      Trail elsewhere = new Trail(counter.database, peer("11.0." + i + ".1"), counter.clock, counter.random);
      elsewhere.refused(TrailKind.REFUSED, Optional.empty());
    }
    SeeTrail.Found first = seeTrail.see(administrator, all(), 0, 20);
    SeeTrail.Found second = seeTrail.see(administrator, all(), 20, 20);
    assertEquals(20, first.lines().size());
    assertEquals(first.of(), second.of());
    assertTrue(second.lines().stream().noneMatch(first.lines()::contains));
    List<Instant> times = first.lines().stream().map(Line::at).toList();
    assertEquals(times.stream().sorted(Comparator.reverseOrder()).toList(), times);
    assertTrue(!second.lines().getFirst().at().isAfter(times.getLast()));
  }

  private void note(Acting acting, TrailKind kind, About about) {
    counter.trail.note(acting, kind, about);
    counter.now = counter.now.plusSeconds(1);
  }

  private List<String> seen(Acting reader, SeeTrail.Asked asked) {
    return seeTrail.see(reader, asked, 0, 20).lines().stream().map(SeeTrailIT::words).toList();
  }

  private static String words(Line line) {
    String actor = line.actor().orElse(line.elsewhere() ? "elsewhere" : "nobody");
    String slip = line.slip().map(SlipNumber::digits).orElse("-");
    String from = line.from().map(Neighbourhood::text).orElse("-");
    return String.join(
        " ", line.kind().name(), actor, line.subject().orElse("-"), slip, from, Integer.toString(line.times()));
  }

  private static SeeTrail.Asked own() {
    return new SeeTrail.Asked(true, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static SeeTrail.Asked all() {
    return new SeeTrail.Asked(false, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static SeeTrail.Asked during(Instant day) {
    return new SeeTrail.Asked(
        false, Optional.empty(), Optional.of(day), Optional.of(day.plus(Duration.ofDays(1))));
  }

  private static Peer peer(String address) {
    return Peer.at(new ClientAddress(InetAddress.ofLiteral(address)));
  }
}

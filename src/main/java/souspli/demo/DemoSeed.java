package souspli.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import souspli.api.ApiKey;
import souspli.api.MakeApiKey;
import souspli.pharmacies.Pharmacies;
import souspli.pharmacies.Pharmacy;
import souspli.sealedlink.PharmacyId;
import souspli.settings.Settings;
import souspli.staff.Role;

/** Fills a demo that has no pharmacy yet, before it answers, and describes what it made in {@code demo.json}. */
@ApplicationScoped
public class DemoSeed {
  private Settings settings;
  private Pharmacies pharmacies;
  private DemoStaff staff;
  private DemoSlips slips;
  private MakeApiKey makeApiKey;
  private SecureRandom random;

  protected DemoSeed() {
    // for the container's proxy
  }

  @Inject
  public DemoSeed(
      Settings settings,
      Pharmacies pharmacies,
      DemoStaff staff,
      DemoSlips slips,
      MakeApiKey makeApiKey,
      SecureRandom random) {
    this.settings = settings;
    this.pharmacies = pharmacies;
    this.staff = staff;
    this.slips = slips;
    this.makeApiKey = makeApiKey;
    this.random = random;
  }

  void fill(@Observes @Initialized(ApplicationScoped.class) Object on) {
    settings.demo().filter(demo -> pharmacies.all().isEmpty()).ifPresent(this::fill);
  }

  private void fill(Settings.Demo demo) {
    Pharmacy station = add("Pharmacie de la Gare", "04 72 00 00 01", DemoDirectory.STATION);
    Pharmacy market = add("Pharmacie du Marché", "04 72 00 00 02", DemoDirectory.MARKET);
    DemoStaff.Person first = staff.hire("Claire Martin", Role.PHARMACIST, station, DemoDirectory.CLAIRE);
    DemoStaff.Person second = staff.hire("Hugo Bernard", Role.PHARMACIST, market, DemoDirectory.HUGO);
    List<DemoStaff.Person> people = new ArrayList<>(List.of(first, second));
    List<DemoStaff.Person> managers =
        List.of(
            staff.hire("Inès Robert", Role.MANAGER, station, DemoDirectory.INES),
            staff.hire("Yann Le Goff", Role.MANAGER, market, DemoDirectory.YANN));
    people.addAll(managers);
    people.add(staff.hire("Paul Petit", Role.SUPPORT));
    people.add(staff.hire("Anne Moreau", Role.ADMINISTRATOR));
    // what one of them asks for the other one decides
    people.add(staff.hire("Luc Garnier", Role.ADMINISTRATOR));

    List<DemoSlips.Made> made = new ArrayList<>();
    made.add(slips.pending(first.acting()));
    made.add(slips.ready(first.acting(), "positive"));
    made.add(slips.ready(first.acting(), "negative"));
    made.add(slips.corrected(first.acting()));
    made.add(slips.withdrawn(first.acting()));
    made.add(slips.ready(first.acting(), "invalid"));
    for (int i = 0; i < demo.slips(); i++) {
      DemoStaff.Person who = i % 5 == 4 ? second : first;
      made.add(slips.ready(who.acting(), i % 7 == 6 ? "invalid" : i % 2 == 0 ? "positive" : "negative"));
    }
    write(demo.file(), describe(people, managers, made));
  }

  private Pharmacy add(String name, String telephone, String finess) {
    Pharmacy pharmacy =
        new Pharmacy(PharmacyId.fresh(random), name, telephone, finess, ZoneId.of("Europe/Paris"));
    pharmacies.add(pharmacy);
    return pharmacy;
  }

  /** Without what only the one who started the database knows; that one adds it. */
  private JsonObject describe(
      List<DemoStaff.Person> people, List<DemoStaff.Person> managers, List<DemoSlips.Made> made) {
    JsonArrayBuilder staffJson = Json.createArrayBuilder();
    people.forEach(person -> staffJson.add(person.json()));
    JsonArrayBuilder slipsJson = Json.createArrayBuilder();
    made.forEach(slip -> slipsJson.add(slip.json()));
    JsonArrayBuilder keysJson = Json.createArrayBuilder();
    managers.forEach(manager -> keysJson.add(key(manager)));
    return Json.createObjectBuilder()
        .add("baseUrl", settings.baseUrl().toString())
        .add("keyDirectory", settings.keys().toString())
        .add("logDirectory", settings.log().toString())
        .add("staff", staffJson)
        .add("slips", slipsJson)
        .add("apiKeys", keysJson)
        .add("registry", JsonObject.EMPTY_JSON_OBJECT)
        .build();
  }

  private JsonObject key(DemoStaff.Person manager) {
    MakeApiKey.Answer answer = makeApiKey.make(manager.acting(), "Demo");
    if (answer instanceof MakeApiKey.Answer.Made(ApiKey key)) {
      try (key) {
        return Json.createObjectBuilder()
            .add("pharmacy", manager.pharmacy().orElseThrow())
            .add("key", key.text())
            .build();
      }
    }
    throw new IllegalStateException("no key: " + answer);
  }

  private static void write(Path file, JsonObject description) {
    try {
      Path fresh =
          Files.createTempFile(
              file.getParent(),
              "demo-",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, description.toString());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's description cannot be written", e);
    }
  }
}

package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import souspli.api.SampleClient;
import souspli.attacks.Desk.View;
import souspli.attacks.MatrixTable.Command;
import souspli.fixtures.DemoDescription.Key;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.staff.Role;

/**
 * The counter next door, which asks this portal whom and with what another pharmacy tests: by searching for the name of
 * somebody it has seen go in there, and by scanning a box to which only the other one has given a name.
 */
class SearchAttack {
  private static final Portal PORTAL = Portal.shared();
  private static final String COUNTER = "/staff/counter";
  private static final String NAME = "Valcourtois";
  private static final String NOBODY = "Valcourtoix";
  private static final String BOX = "Boîte de Valcourtois";
  private static final String GTIN = "%013d".formatted(ThreadLocalRandom.current().nextLong(1_000_000_000_000L));

  private static Desk theirs;
  private static Desk nextDoor;
  private static String slipNumber;

  @BeforeAll
  static void theyHaveAPatientAndABox() throws Exception {
    Key key = PORTAL.demo().apiKeys().getFirst();
    var patient =
        Json.createObjectBuilder()
            .add("birthName", NAME).add("givenNames", "Odilon").add("sex", "M").add("birthDate", "1948-02-17");
    var kit = Json.createObjectBuilder().add("name", "Demo Test").add("lot", "D26");
    var slip = Json.createObjectBuilder().add("patient", patient).add("test", "covid").add("kit", kit).build();
    var issued = new SampleClient(PORTAL.baseUrl(), key.key()).issue("search-" + GTIN, slip);
    assertEquals(201, issued.status(), issued.json().toString());
    slipNumber = issued.json().getString("slipNumber");
    try (Connection owner = PORTAL.owner();
        var box =
            owner.prepareStatement(
                "INSERT INTO known_kit (pharmacy, gtin, name, kind) SELECT pharmacy, ?, ?, 'covid' FROM link"
                    + " WHERE slip = ?")) {
      box.setString(1, gtin());
      box.setString(2, BOX);
      box.setString(3, slipNumber);
      assertEquals(1, box.executeUpdate());
    }
    theirs = new Desk(PORTAL, Newcomer.in(PORTAL, Role.PHARMACIST).cookie());
    nextDoor = new Desk(PORTAL, Newcomer.nextDoor(PORTAL, Role.PHARMACIST).cookie());
  }

  /** With its check digit. */
  private static String gtin() {
    int sum = 0;
    for (int at = 0; at < GTIN.length(); at++) {
      sum += (GTIN.charAt(at) - '0') * (at % 2 == 0 ? 3 : 1);
    }
    return GTIN + (10 - sum % 10) % 10;
  }

  @Test
  void aNameIsFoundWhereItWasWrittenAndNowhereElse() throws Exception {
    assertTrue(searched(theirs, NAME).contains(slipNumber), "its own counter finds it");
    String found = searched(nextDoor, NAME);
    assertFalse(found.contains(slipNumber) || found.contains("Odilon"), found);
    assertEquals(searched(nextDoor, NOBODY).replace(NOBODY, NAME), found, "as if there were nobody of that name");
  }

  @Test
  void aBoxHasTheNameThatThisPharmacyGaveIt() throws Exception {
    assertTrue(scanned(theirs).contains(BOX), "its own counter knows it");
    assertFalse(scanned(nextDoor).contains(BOX));
  }

  /** The list of a counter that has looked for a name, without what was typed. */
  static String searched(Desk desk, String name) throws Exception {
    String page = press(desk, "searchNow", Map.of("search", name));
    int list = page.indexOf("id=\"hits\"");
    return Pages.withoutEcho(page.substring(list, page.indexOf("id=\"refreshList\"", list)));
  }

  private static String scanned(Desk desk) throws Exception {
    return press(desk, "boxScanned", Map.of("scanned", "01" + gtin() + "10L42"));
  }

  /** What the page shows after that. */
  private static String press(Desk desk, String name, Map<String, String> fields) throws Exception {
    Optional<Command> command =
        MatrixTable.commands(Set.of(COUNTER)).get(COUNTER).stream()
            .filter(one -> one.name().equals(name))
            .findFirst();
    View view = desk.view(COUNTER);
    HttpResponse<String> answer = desk.press(COUNTER, command.orElseThrow(), view, true, fields);
    assertEquals(200, answer.statusCode());
    return answer.body();
  }
}

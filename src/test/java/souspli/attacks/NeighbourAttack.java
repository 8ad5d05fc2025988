package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import souspli.attacks.Desk.View;
import souspli.attacks.MatrixTable.Command;
import souspli.fixtures.Lines;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Permissions;
import souspli.staff.Role;

/** The manager of the pharmacy next door, with an honest account, who wants this one's slips, people or keys. */
class NeighbourAttack {
  private static final String NOWHERE = "/staff/nothing-of-the-kind";
  private static final Portal PORTAL = Portal.shared();
  private static final Desk NEIGHBOUR = new Desk(PORTAL, Newcomer.nextDoor(PORTAL, Role.MANAGER).cookie());

  private List<String> before;

  @BeforeEach
  void asItWas() throws SQLException {
    before = Effects.of(PORTAL);
  }

  @AfterEach
  void nothingHasHappened() throws SQLException {
    assertEquals(before, Effects.of(PORTAL));
  }

  @Test
  void theirSlipIsNone() throws Exception {
    String theirs = first("SELECT slip FROM link WHERE state = 1 AND pharmacy = " + station() + " LIMIT 1");
    String nobodys = SlipNumber.fresh(new SecureRandom()).digits();
    Command open = command("/staff/counter", "openWanted");
    assertEquals(opened(open, nobodys), opened(open, theirs));
    View fresh = NEIGHBOUR.view("/staff/counter");
    View asked = fresh.after(press(open, fresh, Map.of("wanted", theirs)));
    for (Command command : commands().get("/staff/counter")) {
      Map<String, String> form = Map.of("wanted", theirs, "slipNumber", theirs, "reason", "PHARMACY");
      HttpResponse<String> then =
          NEIGHBOUR.press("/staff/counter", command, asked, true, command.equals(open) ? Map.of() : form);
      assertFalse(Pages.showsAResult(then.body()), command.key());
      assertTrue(Set.of(200, 404).contains(then.statusCode()), command.key() + then.statusCode());
    }
  }

  @Test
  void theirPeopleAndKeysAreNone() throws Exception {
    String person = first("SELECT member FROM member WHERE role = 1 AND pharmacy = " + station() + " LIMIT 1");
    String key = first("SELECT api_key FROM api_key WHERE pharmacy = " + station() + " LIMIT 1");
    String unknown = Desk.bytes(NEIGHBOUR.get(NOWHERE));
    Command disable = command("/staff/members", "name=disable");
    View members = NEIGHBOUR.view("/staff/members");
    Map<String, String> them = Map.of("disable", person);
    assertEquals(unknown, Desk.bytes(NEIGHBOUR.press("/staff/members", disable, members, false, them)));
    assertEquals(revoked("1"), revoked(key));
    for (String page : Permissions.paths()) {
      if (Permissions.opens(Role.MANAGER, page) && !Permissions.ways().contains(page)) {
        String shown = NEIGHBOUR.get(page).body();
        for (String word : List.of("Pharmacie de la Gare", "Claire Martin", "Inès Robert", person, key)) {
          assertFalse(shown.contains(word), page + " shows " + word);
        }
      }
    }
  }

  /** What opening this number is answered with, but for the number. */
  private static String opened(Command open, String number) {
    HttpResponse<String> answer = press(open, NEIGHBOUR.view("/staff/counter"), Map.of("wanted", number));
    String printed = SlipNumber.of(number).printed();
    return withoutEcho(answer).replace(number, "N").replace(printed, "N");
  }

  private static String revoked(String key) throws Exception {
    Command revoke = command("/staff/keys", "name=revoke");
    View keys = NEIGHBOUR.view("/staff/keys");
    return withoutEcho(NEIGHBOUR.press("/staff/keys", revoke, keys, false, Map.of("revoke", key)));
  }

  private static HttpResponse<String> press(Command command, View view, Map<String, String> more) {
    return NEIGHBOUR.press(command.page(), command, view, true, more);
  }

  private static String withoutEcho(HttpResponse<String> answer) {
    String body =
        answer.body().replaceAll("<!\\[CDATA\\[-?\\d+:-?\\d+]]>", "").replaceAll("data-as-of=\"\\d+\"", "");
    return answer.statusCode() + Pages.withoutEcho(body).replaceAll("csp\\.init\\('[^']*'\\)", "");
  }

  private static Map<String, Set<Command>> commands() throws Exception {
    return MatrixTable.commands(Permissions.paths());
  }

  private static Command command(String page, String name) throws Exception {
    return commands().get(page).stream().filter(command -> command.name().equals(name)).findFirst().orElseThrow();
  }

  private static String station() throws SQLException {
    return first("SELECT pharmacy FROM pharmacy WHERE name = 'Pharmacie de la Gare'");
  }

  private static String first(String query) throws SQLException {
    try (Connection db = PORTAL.database()) {
      return Lines.of(db, query).getFirst();
    }
  }
}

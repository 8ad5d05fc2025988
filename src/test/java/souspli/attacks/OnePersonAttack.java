package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import souspli.fixtures.FacesForm;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.staff.Role;

/** One administrator, or whoever has their session, wants what takes two; others want it without being one. */
class OnePersonAttack {
  private static final String APPROVALS = "/staff/approvals";

  private final Portal portal = Portal.shared();

  @Test
  void nobodyApprovesTheirOwnByPostingIt() throws SQLException {
    Newcomer anne = Newcomer.in(portal, Role.ADMINISTRATOR);
    String email = propose(anne);
    String id = id(email);
    for (String button : List.of("approve", "turn-down")) {
      assertEquals(404, press(anne, button, id, Map.of("reason-" + id, "because")).statusCode(), button);
    }
    Map<String, String> byScript = Map.of("approve", id, "reason-" + id, "because");
    FacesForm page = FacesForm.open(portal, APPROVALS, anne.cookie());
    assertEquals(404, page.postByScript("approvals", byScript, anne.cookie()).statusCode());
    assertTrue(waits(email));
    assertEquals(0, count("invitation WHERE email = '" + email + "'"), "there is no link, known to nobody or not");
    String refusals = "SELECT SUM(times) FROM refusal WHERE kind = 32 AND actor = " + anne.member();
    assertEquals(3, number(refusals), "and each try is in the trail, a script's too");
  }

  @Test
  void aDecisionThatIsPostedAgainDecidesNothing() throws SQLException {
    Newcomer anne = Newcomer.in(portal, Role.ADMINISTRATOR);
    Newcomer luc = Newcomer.in(portal, Role.ADMINISTRATOR);
    String email = propose(anne);
    String id = id(email);
    Map<String, String> form = form(luc);
    form.put("approve", id);
    assertTrue(Newcomer.post(portal, APPROVALS, form, luc.cookie()).body().contains("id=\"decided\""));
    assertFalse(Newcomer.post(portal, APPROVALS, form, luc.cookie()).body().contains("id=\"decided\""));
    assertEquals(1, count("invitation WHERE email = '" + email + "'"));
  }

  @Test
  void neitherStaffNorManagersSeeOrDecide() throws SQLException {
    Newcomer anne = Newcomer.in(portal, Role.ADMINISTRATOR);
    String email = propose(anne);
    String id = id(email);
    Map<String, String> stolen = form(anne);
    stolen.put("approve", id);
    for (Role role : List.of(Role.PHARMACIST, Role.MANAGER, Role.SUPPORT)) {
      Newcomer other = Newcomer.in(portal, role);
      HttpResponse<String> page = Newcomer.get(portal, APPROVALS, other.cookie());
      assertEquals(404, page.statusCode(), role.name());
      assertFalse(page.body().contains(email), role.name());
      assertTrue(Newcomer.post(portal, APPROVALS, stolen, other.cookie()).statusCode() >= 400, role.name());
      Newcomer.post(portal, "/staff/members", stolen, other.cookie());
    }
    assertEquals(303, Newcomer.post(portal, APPROVALS, stolen, "").statusCode(), "nor anybody outside");
    assertTrue(waits(email));
  }

  @Test
  void aNumberThatNamesNothingIsNoWayIn() throws SQLException {
    Newcomer anne = Newcomer.in(portal, Role.ADMINISTRATOR);
    long before = count("invitation") + count("pharmacy");
    for (String id : List.of("0", "-1", "1", "x", "9223372036854775808", "1 OR 1=1", "")) {
      assertEquals(200, press(anne, "approve", id, Map.of()).statusCode(), id);
    }
    assertEquals(before, count("invitation") + count("pharmacy"));
  }

  /** Asks for a further administrator, as the page does. */
  private String propose(Newcomer by) throws SQLException {
    String email = "asked" + ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) + "@example.org";
    Map<String, String> form = viewState(Newcomer.get(portal, "/staff/members", by.cookie()).body());
    form.putAll(
        Map.of(
            "members", "members",
            "email", email,
            "name", "Nour Vidal",
            "role", "ADMINISTRATOR",
            "pharmacy", "",
            "rpps", "",
            "invite", ""));
    Newcomer.post(portal, "/staff/members", form, by.cookie());
    assertTrue(waits(email));
    return email;
  }

  private HttpResponse<String> press(Newcomer by, String button, String id, Map<String, String> more) {
    Map<String, String> form = form(by);
    form.put(button, id);
    form.putAll(more);
    return Newcomer.post(portal, APPROVALS, form, by.cookie());
  }

  private Map<String, String> form(Newcomer by) {
    Map<String, String> form = viewState(Newcomer.get(portal, APPROVALS, by.cookie()).body());
    form.put("approvals", "approvals");
    return form;
  }

  private static Map<String, String> viewState(String page) {
    Matcher state = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"").matcher(page);
    Matcher nonce = Pattern.compile("nonce=\"([^\"]+)\"").matcher(page);
    assertTrue(state.find() && nonce.find(), page);
    return new HashMap<>(Map.of("jakarta.faces.ViewState", state.group(1), "primefaces.nonce", nonce.group(1)));
  }

  private boolean waits(String email) throws SQLException {
    return count("proposal WHERE decided_by IS NULL AND email = '" + email + "'") == 1;
  }

  private String id(String email) throws SQLException {
    return Long.toString(number("SELECT proposal FROM proposal WHERE email = '" + email + "'"));
  }

  private long count(String what) throws SQLException {
    return number("SELECT COUNT(*) FROM " + what);
  }

  private long number(String sql) throws SQLException {
    try (Connection db = portal.owner();
        ResultSet row = db.createStatement().executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}

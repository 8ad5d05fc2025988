package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import souspli.attacks.Desk.View;
import souspli.attacks.MatrixTable.Command;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.staff.Act;
import souspli.staff.Permissions;
import souspli.staff.Role;
import souspli.web.PublicPaths;

/**
 * Somebody of the staff who writes requests by hand, for pages and commands of another role or another session. Every
 * page and every command of the views is tried; each one's act is said in {@link MatrixTable}.
 */
class MatrixAttack {
  private static final String NOWHERE = "/staff/nothing-of-the-kind";
  private static final Command SOMETHING = new Command(NOWHERE, "form", "button");

  private static final Portal PORTAL = Portal.shared();
  private static final Map<Role, Desk> DESKS = new EnumMap<>(Role.class);
  private static final Desk NOBODY = new Desk(PORTAL, "");
  private static Desk neighbour;
  private static Desk colleague;
  private static final Map<Role, Desk> OTHERS = new EnumMap<>(Role.class);
  private static Map<String, Set<Command>> commands;
  private static List<String> before;

  @BeforeAll
  static void everybodySignsIn() throws Exception {
    for (Role role : Role.values()) {
      DESKS.put(role, new Desk(PORTAL, Newcomer.in(PORTAL, role).cookie()));
    }
    for (Role role : List.of(Role.SUPPORT, Role.ADMINISTRATOR)) {
      OTHERS.put(role, new Desk(PORTAL, Newcomer.in(PORTAL, role).cookie()));
    }
    colleague = new Desk(PORTAL, Newcomer.in(PORTAL, Role.MANAGER).cookie());
    neighbour = new Desk(PORTAL, Newcomer.nextDoor(PORTAL, Role.MANAGER).cookie());
    commands = MatrixTable.commands(pages());
    before = Effects.of(PORTAL);
  }

  @AfterEach
  void nothingHasHappened() throws SQLException {
    assertEquals(before, Effects.of(PORTAL));
  }

  @Test
  void everyCommandAndEveryActHasItsLine() {
    Set<String> found =
        commands.values().stream()
            .flatMap(Collection::stream)
            .map(Command::key)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(MatrixTable.acts().keySet(), found);
    Set<Act> played = EnumSet.copyOf(MatrixTable.WITHOUT_A_COMMAND.keySet());
    MatrixTable.acts().values().forEach(act -> act.ifPresent(played::add));
    assertEquals(EnumSet.allOf(Act.class), played);
  }

  @Test
  void everyPageForEveryRole() {
    for (String page : pages()) {
      for (Role role : Role.values()) {
        HttpResponse<String> answer = DESKS.get(role).get(page);
        if (Permissions.opens(role, page)) {
          assertEquals(200, answer.statusCode(), role + " " + page);
        } else {
          assertEquals(Desk.bytes(DESKS.get(role).get(NOWHERE)), Desk.bytes(answer), role + " " + page);
          assertEquals(404, answer.statusCode(), role + " " + page);
        }
      }
      assertEquals(Desk.bytes(NOBODY.get(NOWHERE)), Desk.bytes(NOBODY.get(page)), page);
    }
  }

  /** With a view state of one's own, and with one of somebody who may; as a form and as a script's request. */
  @Test
  void everyCommandOfAnotherRolesPage() {
    int cells = 0;
    for (String page : pages()) {
      View foreign = DESKS.get(someoneWhoOpens(page)).view(page);
      for (Role role : Role.values()) {
        if (Permissions.opens(role, page)) {
          continue;
        }
        Desk desk = DESKS.get(role);
        for (View view : List.of(desk.view("/staff/trail"), foreign)) {
          for (boolean ajax : new boolean[] {false, true}) {
            String unknown = Desk.bytes(desk.press(NOWHERE, SOMETHING, view, ajax, Map.of()));
            assertTrue(unknown.startsWith("404 "), unknown);
            for (Command command : commands.get(page)) {
              String answer = Desk.bytes(desk.press(page, command, view, ajax, Map.of()));
              assertEquals(unknown, answer, role + " " + command + (ajax ? " by script" : ""));
              cells++;
            }
          }
        }
      }
    }
    assertTrue(cells > 300, cells + " cells");
  }

  @Test
  void everyCommandWithoutASession() {
    for (String page : pages()) {
      View foreign = DESKS.get(someoneWhoOpens(page)).view(page);
      for (boolean ajax : new boolean[] {false, true}) {
        String unknown = Desk.bytes(NOBODY.press(NOWHERE, SOMETHING, foreign, ajax, Map.of()));
        for (Command command : commands.get(page)) {
          assertEquals(unknown, Desk.bytes(NOBODY.press(page, command, foreign, ajax, Map.of())), command.key());
        }
      }
    }
  }

  /** Somebody of the same role, even of the same pharmacy: what another session was shown is worth nothing here. */
  @Test
  void everyCommandWithAnotherSessionsView() {
    for (String page : pages()) {
      Role role = someoneWhoOpens(page);
      for (Desk thief : thieves(role)) {
        View foreign = DESKS.get(role).view(page);
        for (Command command : commands.get(page)) {
          HttpResponse<String> form = thief.press(page, command, foreign, false, Map.of());
          assertEquals(303, form.statusCode(), command.key() + form.body());
          assertEquals(page, form.headers().firstValue("Location").orElse(""), command.key());
          HttpResponse<String> script = thief.press(page, command, foreign, true, Map.of());
          assertTrue(script.body().contains("<redirect url=\"" + page + "\"/>"), command.key() + script.body());
        }
      }
    }
  }

  /** What the page does not show cannot be pressed, by whoever may press it when it is there. */
  @Test
  void everyHiddenCommand() {
    for (String page : pages()) {
      Desk desk = DESKS.get(someoneWhoOpens(page));
      HttpResponse<String> shown = desk.get(page);
      View view = View.of(shown.body());
      for (Command command : commands.get(page)) {
        for (boolean ajax : command.isOn(shown.body()) ? new boolean[0] : new boolean[] {false, true}) {
          HttpResponse<String> answer = desk.press(page, command, view, ajax, Map.of(command.parameter(), "1"));
          assertTrue(Set.of(200, 404).contains(answer.statusCode()), command.key() + answer.statusCode());
          assertFalse(Pages.showsAResult(answer.body()), command.key());
        }
      }
    }
  }

  /** All of them; the ways in and out are attacked by other tests. */
  private static Set<String> pages() {
    return PublicPaths.all().stream()
        .filter(path -> path.startsWith("/staff/") && !Permissions.ways().contains(path))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Role someoneWhoOpens(String page) {
    return Arrays.stream(Role.values()).filter(role -> Permissions.opens(role, page)).findFirst().orElseThrow();
  }

  private static List<Desk> thieves(Role role) {
    return role.inPharmacy() ? List.of(colleague, neighbour) : List.of(OTHERS.get(role));
  }
}

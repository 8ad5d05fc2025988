package souspli.attacks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import souspli.staff.Act;
import souspli.web.PublicPaths;

/**
 * Every command of every page of staff, as it stands in the views, and beside it what we say it does. The first is read
 * from the files; whoever adds a command adds its line to the second, or the matrix fails.
 */
final class MatrixTable {
  private static final Path VIEWS = Path.of("src/main/webapp");

  /** Page, command, act; a dash where it moves about within the page and does nothing that its page does not allow. */
  private static final String ACTS =
      """
      /staff/counter goNew -
      /staff/counter goResult -
      /staff/counter goCorrect -
      /staff/counter printAgain -
      /staff/counter boxScanned ISSUE
      /staff/counter openWanted SEE_WORKLIST
      /staff/counter searchNow SEE_WORKLIST
      /staff/counter refreshList -
      /staff/counter takeSame -
      /staff/counter find SEE_WORKLIST
      /staff/counter review -
      /staff/counter change -
      /staff/counter issue ISSUE
      /staff/counter readBack -
      /staff/counter changeResult -
      /staff/counter leaveResult -
      /staff/counter saveResult ENTER_RESULT
      /staff/counter saveCorrection CORRECT
      /staff/counter mend ENTER_RESULT
      /staff/counter leaveMend -
      /staff/counter reissue REISSUE
      /staff/counter leaveReissue -
      /staff/counter withdraw WITHDRAW
      /staff/counter readBackWithdraw -
      /staff/counter changeWithdraw -
      /staff/counter leaveWithdraw -
      /staff/counter grant GRANT_TRIES
      /staff/counter leaveGrant -
      /staff/counter openEnter -
      /staff/counter openLook LOOK_AT_RESULT
      /staff/counter openCorrect LOOK_AT_RESULT
      /staff/counter openMend -
      /staff/counter openReissue -
      /staff/counter openGrant -
      /staff/counter openWithdraw -
      /staff/counter sendAgain ENTER_RESULT
      /staff/scanner judge -
      /staff/support goNew -
      /staff/support find FIND_SLIP_BY_SUPPORT
      /staff/support withdraw -
      /staff/support confirm WITHDRAW_BY_SUPPORT
      /staff/support leave -
      /staff/members name=ask SEE_MEMBERS
      /staff/members name=disable DISABLE_MEMBER
      /staff/members name=renew INVITE
      /staff/members invite INVITE
      /staff/approvals name=approve DECIDE_PROPOSAL
      /staff/approvals name=turn-down DECIDE_PROPOSAL
      /staff/approvals propose PROPOSE_PHARMACY
      /staff/keys name=ask SEE_API_KEYS
      /staff/keys name=revoke REVOKE_API_KEY
      /staff/keys make MAKE_API_KEY
      /staff/registry look SEE_REGISTRY
      /staff/passkeys name=doomed HAVE_PASSKEYS
      /staff/passkeys name=remove HAVE_PASSKEYS
      /staff/passkeys name=add HAVE_PASSKEYS
      /staff/recovery make HAVE_RECOVERY_CODES
      /staff/trail choose SEE_OWN_TRAIL
      """;

  /** Acts behind no command, each with its reason. */
  static final Map<Act, String> WITHOUT_A_COMMAND =
      Map.of(
          Act.SEE_MISSING_STAFF, "stands on the page of members",
          Act.SEE_PROPOSALS, "is the page",
          Act.SEE_TRAIL, "what a choice shows on the page of one's own");

  private MatrixTable() {}

  /**
   * Something to press.
   *
   * @param form the id of the form around it
   * @param name as in the table: an id, or {@code name=} and a field's name
   */
  record Command(String page, String form, String name) {
    String parameter() {
      return name.startsWith("name=") ? name.substring("name=".length()) : name;
    }

    String key() {
      return page + ' ' + name;
    }

    /** Whether this page offers it: a hidden or disabled one cannot be pressed. */
    boolean isOn(String html) {
      return html.contains(name.startsWith("name=") ? name.replace("=", "=\"") + '"' : "id=\"" + name + '"');
    }
  }

  /** What we say, by page and command; nothing where it only moves about. */
  static Map<String, Optional<Act>> acts() {
    Map<String, Optional<Act>> acts = new TreeMap<>();
    ACTS.lines()
        .map(line -> line.split(" "))
        .forEach(
            line ->
                acts.put(
                    line[0] + ' ' + line[1],
                    line[2].equals("-") ? Optional.empty() : Optional.of(Act.valueOf(line[2]))));
    return acts;
  }

  /** What the views have, by page. */
  static Map<String, Set<Command>> commands(Set<String> pages) throws Exception {
    Map<String, Set<Command>> commands = new TreeMap<>();
    for (String page : pages) {
      Optional<String> view = PublicPaths.viewOf(page);
      if (view.isPresent()) {
        Map<String, Command> found = new LinkedHashMap<>();
        read(VIEWS.resolve(view.get().substring(1)), page, "", found);
        commands.put(page, found.values().stream().collect(Collectors.toUnmodifiableSet()));
      }
    }
    return commands;
  }

  private static void read(Path view, String page, String outer, Map<String, Command> found) throws Exception {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader xml = factory.createXMLStreamReader(Files.newInputStream(view));
    String form = outer;
    String holder = "";
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String id = xml.getAttributeValue(null, "id");
      switch (xml.getLocalName()) {
        case "form" -> form = id;
        case "include" -> read(included(view, xml.getAttributeValue(null, "src")), page, form, found);
        case "ajax", "poll" -> add(found, page, form, id == null ? holder + "!" + xml.getLocalName() : id);
        default -> {
          if (isCommand(xml)) {
            add(found, page, form, id);
          } else if (xml.getLocalName().equals("button") && xml.getAttributeValue(null, "name") != null) {
            add(found, page, form, "name=" + xml.getAttributeValue(null, "name"));
          }
        }
      }
      holder = id == null ? holder : id;
    }
  }

  private static boolean isCommand(XMLStreamReader xml) throws XMLStreamException {
    boolean ours = xml.getLocalName().startsWith("command") || xml.getLocalName().startsWith("remoteCommand");
    return ours
        || xml.getNamespaceURI().startsWith("jakarta.faces") && xml.getAttributeValue(null, "action") != null
        || xml.getAttributeValue(null, "actionListener") != null;
  }

  private static void add(Map<String, Command> found, String page, String form, String name) {
    found.put(name, new Command(page, form, name));
  }

  private static Path included(Path view, String source) {
    return source.startsWith("/") ? VIEWS.resolve(source.substring(1)) : view.resolveSibling(source);
  }
}

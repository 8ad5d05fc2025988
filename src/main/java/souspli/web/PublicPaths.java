package souspli.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one table of what answers: public path, methods, and the view or servlet behind. A path that is not here does not
 * exist, and neither does a method that its line does not name (HEAD goes with GET). Of a path only a slip number may
 * vary, where its line says so: ten digits, whether there is such a slip or not.
 */
public final class PublicPaths {
  /** Faces and theme resources by name; the servlet itself refuses what it does not ship. */
  static final String RESOURCES = "/jakarta.faces.resource/";

  /** No part begins with a dot: the server walks {@code ..} after we have looked, to a view under its file's name. */
  private static final Pattern RESOURCE =
      Pattern.compile(Pattern.quote(RESOURCES) + "[\\w-][\\w.-]*(/[\\w-][\\w.-]*)*\\.xhtml");

  /** What software calls. */
  public static final String API = "/api/";

  private static final Pattern SLIP_NUMBER = Pattern.compile("^(/api/v1/slips/)[0-9]{10}(?=/|$)");

  private static final Map<String, PublicPath> PATHS =
      Stream.of(
              PublicPath.to("/", "/-/opening", "GET", "POST"),
              PublicPath.to("/staff/", "/signin/sign-in.xhtml", "GET", "POST"),
              PublicPath.to("/staff/invitation", "/signin/invitation.xhtml", "GET", "POST"),
              PublicPath.to("/staff/psc", "/-/psc", "GET"),
              PublicPath.to("/staff/psc/return", "/-/psc", "GET"),
              PublicPath.to("/staff/sign-out", "/-/sign-out", "POST"),
              PublicPath.to("/staff/lock", "/-/lock", "POST"),
              PublicPath.to("/staff/locked", "/lock/lock.xhtml", "GET", "POST"),
              PublicPath.to("/staff/counter", "/counter/counter.xhtml", "GET", "POST"),
              PublicPath.to("/staff/scanner", "/scanner/scanner.xhtml", "GET", "POST"),
              PublicPath.to("/staff/support", "/support/support.xhtml", "GET", "POST"),
              PublicPath.to("/staff/members", "/members/members.xhtml", "GET", "POST"),
              PublicPath.to("/staff/approvals", "/approvals/approvals.xhtml", "GET", "POST"),
              PublicPath.to("/staff/keys", "/api/keys.xhtml", "GET", "POST"),
              PublicPath.to("/staff/registry", "/operations/queue.xhtml", "GET", "POST"),
              PublicPath.to("/staff/recovery", "/recovery/recovery.xhtml", "GET", "POST"),
              PublicPath.to("/staff/passkeys", "/passkeys/passkeys.xhtml", "GET", "POST"),
              PublicPath.to("/staff/trail", "/trail/trail.xhtml", "GET", "POST"),
              PublicPath.to("/api/v1/openapi.json", "/-/openapi", "GET"),
              PublicPath.to("/api/v1/slips", "/-/api", "POST"),
              PublicPath.to("/api/v1/slips/{slipNumber}", "/-/api", "GET"),
              PublicPath.to("/api/v1/slips/{slipNumber}/result", "/-/api", "PUT"),
              PublicPath.to("/api/v1/slips/{slipNumber}/withdraw", "/-/api", "POST"),
              PublicPath.to("/api/v1/slips/{slipNumber}/reissue", "/-/api", "POST"),
              PublicPath.to("/trust", "/-/trust", "GET"),
              PublicPath.to("/accessibility", "/-/accessibility", "GET"),
              PublicPath.to("/robots.txt", "/-/public-files", "GET"),
              PublicPath.to("/.well-known/security.txt", "/-/public-files", "GET"),
              PublicPath.to("/favicon.svg", "/-/public-files", "GET"))
          .collect(Collectors.toUnmodifiableMap(PublicPath::path, Function.identity()));

  private static final Map<String, String> BY_VIEW =
      PATHS.values().stream()
          .filter(path -> path.target().endsWith(".xhtml"))
          .collect(Collectors.toUnmodifiableMap(PublicPath::target, PublicPath::path));

  private PublicPaths() {}

  /** What answers a request, or nothing: then there is no such page. */
  static Optional<PublicPath> find(String path, String method) {
    if (RESOURCE.matcher(path).matches()) {
      return Optional.of(PublicPath.to(path, path, "GET")).filter(found -> found.allows(method));
    }
    if (path.indexOf('{') >= 0) {
      return Optional.empty();
    }
    String line = SLIP_NUMBER.matcher(path).replaceFirst("$1{slipNumber}");
    return Optional.ofNullable(PATHS.get(line)).filter(found -> found.allows(method));
  }

  /** The public path of a view, where it has one: forms post there, never to a file's name. */
  static Optional<String> ofView(String view) {
    return Optional.ofNullable(BY_VIEW.get(view));
  }

  /** Whether a browser may be sent there to look: a page of staff. */
  public static boolean isStaffPage(String path) {
    return path.startsWith("/staff/") && find(path, "GET").isPresent();
  }

  /** Every path of the table, for tests that walk it; with some slip number where one belongs. */
  public static Set<String> all() {
    return PATHS.keySet().stream().map(PublicPaths::some).collect(Collectors.toUnmodifiableSet());
  }

  /** The view behind a path of the table, for the same tests. */
  public static Optional<String> viewOf(String path) {
    return Optional.ofNullable(PATHS.get(path)).map(PublicPath::target).filter(target -> target.endsWith(".xhtml"));
  }

  private static String some(String path) {
    return path.replace("{slipNumber}", "0000000000");
  }
}

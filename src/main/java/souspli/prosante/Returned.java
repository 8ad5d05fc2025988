package souspli.prosante;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a browser brings back: parameters of the query and our cookie, nothing of it checked yet. What is missing, too
 * long or there twice is empty.
 */
record Returned(String code, String state, String issuer, String cookie) {
  /** {@code __Host-}: set by this host over TLS, for the whole of it, and by no sibling of its name. */
  static final String COOKIE = "__Host-psc";

  private static final int LONGEST = 2048;

  static Returned of(HttpServletRequest request) {
    return new Returned(
        one(request, "code"), one(request, "state"), one(request, "iss"), cookie(request.getCookies()));
  }

  private static String one(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values != null && values.length == 1 && values[0].length() <= LONGEST ? values[0] : "";
  }

  private static String cookie(Cookie[] cookies) {
    return Optional.ofNullable(cookies).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .findFirst()
        .orElse("");
  }

  @Override
  public String toString() {
    return "Returned";
  }
}

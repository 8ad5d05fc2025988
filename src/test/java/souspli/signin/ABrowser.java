package souspli.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A browser as the server sees it: one session at most, and requests that share it. */
final class ABrowser {
  private Map<String, Object> attributes;
  private int id;

  HttpServletRequest request(String path) {
    Map<String, Object> ofTheRequest = new HashMap<>();
    return of(
        HttpServletRequest.class,
        (method, arguments) ->
            switch (method) {
              case "getRequestURI" -> path;
              case "getAttribute" -> ofTheRequest.get(arguments[0]);
              case "setAttribute" -> ofTheRequest.put((String) arguments[0], arguments[1]);
              case "changeSessionId" -> "id" + ++id;
              case "getSession" -> session((boolean) arguments[0]);
              default -> throw new UnsupportedOperationException(method);
            });
  }

  /** Changes whenever a copy of the cookie loses its worth. */
  int id() {
    return id;
  }

  boolean hasSession() {
    return attributes != null;
  }

  private HttpSession session(boolean make) {
    if (attributes == null && make) {
      attributes = new HashMap<>();
      id++;
    }
    return attributes == null ? null : of(HttpSession.class, this::onSession);
  }

  private Object onSession(String method, Object[] arguments) {
    return switch (method) {
      case "getAttribute" -> attributes.get(arguments[0]);
      case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
      case "setMaxInactiveInterval" -> null;
      case "invalidate" -> attributes = null;
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private interface Calls {
    Object on(String method, Object[] arguments);
  }

  private static <T> T of(Class<T> type, Calls calls) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object result = calls.on(method.getName(), arguments);
              return method.getReturnType() == void.class ? null : result;
            }));
  }
}

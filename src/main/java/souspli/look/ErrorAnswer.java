package souspli.look;

import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import souspli.settings.Settings;
import souspli.web.Headers;
import souspli.web.NotHere;
import souspli.web.PublicPaths;
import souspli.web.Trace;

/**
 * What is said when there is nothing to say: one page for everything that does not exist, one for every refusal, one
 * for every fault. In both languages at once, so that it depends on nothing that was sent. A fault carries a random
 * reference; what happened goes to the log under it, without any message of the fault, since messages may quote input.
 *
 * <p>Pharmacy software gets refusals and faults as problem details (RFC 9457); what does not exist is the one page for
 * it too.
 */
public class ErrorAnswer extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Look look;
  private final transient ErrorPage page;

  @Inject
  ErrorAnswer(Look look, Settings settings) {
    this.look = look;
    this.page = new ErrorPage(look, !settings.environment().isProduction());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Throwable fault = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    int status = response.getStatus();
    if (fault != null && isOfAnExpiredView(fault)) {
      drawAnew(request, response);
      return;
    }
    if (fault != null && NotHere.isCauseOf(fault)) {
      status = HttpServletResponse.SC_NOT_FOUND;
    } else if (fault != null && status < 500) {
      status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
    switch (status) {
      case 400, 404, 405 -> answer(response, 404, page.notHere());
      case 403, 411, 413, 415 -> answer(request, response, status, page.refused());
      case 503 -> answer(request, response, 503, page.down());
      default -> answer(request, response, 500, page.fault(Trace.written(fault)));
    }
  }

  private static boolean isOfAnExpiredView(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof ViewExpiredException) {
        return true;
      }
    }
    return false;
  }

  /** A form that the session does not know, or no longer: nothing was done, and the page is asked for again. */
  private static void drawAnew(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, int status, String text)
      throws IOException {
    boolean toSoftware =
        String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)).startsWith(PublicPaths.API);
    if (toSoftware) {
      response.setContentType("application/problem+json");
      String title = status < 500 ? "refused" : "out of order";
      send(response, status, "{\"title\":\"%s\",\"status\":%d}".formatted(title, status));
    } else {
      answer(response, status, text);
    }
  }

  private void answer(HttpServletResponse response, int status, String text) throws IOException {
    response.setHeader(Headers.POLICY, look.policy());
    response.setContentType("text/html;charset=UTF-8");
    send(response, status, text);
  }

  private static void send(HttpServletResponse response, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}

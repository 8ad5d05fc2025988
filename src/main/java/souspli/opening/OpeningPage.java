package souspli.opening;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import souspli.limits.ClientAddress;
import souspli.look.Look;
import souspli.look.Squeezed;
import souspli.settings.Settings;
import souspli.sheet.DrawSheet;
import souspli.web.Headers;
import souspli.web.Languages;
import souspli.web.Speaker;
import souspli.web.Trace;

/**
 * The patient's one page. GET is one fixed page for each language. POST answers at once: no redirect, no session, no
 * view state, and always the same number of bytes, so that neither a network nor a web server's log can tell what was
 * said.
 */
@WebServlet("/-/opening")
public class OpeningPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Bytes of every answer to a post. With headers it fits into one initial TCP window. */
  static final int ANSWER = 11_264;

  private static final String SECONDS_TO_WAIT = "60";

  private final transient OpenResult openResult;
  private final transient EraseResult eraseResult;
  private final transient DrawSheet drawSheet;
  private final transient Look look;
  private final transient Speaker speaker;
  private final transient Settings settings;
  private final transient Map<Locale, byte[]> questions = new ConcurrentHashMap<>();

  @Inject
  OpeningPage(
      OpenResult openResult,
      EraseResult eraseResult,
      DrawSheet drawSheet,
      Look look,
      Speaker speaker,
      Settings settings) {
    this.openResult = openResult;
    this.eraseResult = eraseResult;
    this.drawSheet = drawSheet;
    this.look = look;
    this.speaker = speaker;
    this.settings = settings;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    Locale language = Languages.OF_PATIENTS.accepted(request.getHeader("Accept-Language"));
    byte[] page = questions.get(language);
    if (page == null) {
      page =
          render(request, response, Typed.nothing(language), new Opening.Question()).getBytes(StandardCharsets.UTF_8);
      questions.put(language, page);
    }
    send(response, HttpServletResponse.SC_OK, page);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    request.setCharacterEncoding("UTF-8");
    Locale language =
        Languages.OF_PATIENTS.named(request.getParameter("lang"))
            .orElseGet(() -> Languages.OF_PATIENTS.accepted(request.getHeader("Accept-Language")));
    Typed typed =
        new Typed(
            request.getParameter("code"),
            request.getParameter("day"),
            request.getParameter("month"),
            request.getParameter("year"),
            language);
    Opening opening = answer(request, typed);
    if (request.getParameter("pdf") != null && opening instanceof Opening.Shown shown) {
      send(response, drawSheet.draw(KeptSheet.of(shown, speaker.isSpecimen())));
      return;
    }
    int status =
        switch (opening) {
          case Opening.TryLater _ -> 429;
          case Opening.Unavailable _ -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
          default -> HttpServletResponse.SC_OK;
        };
    if (status != HttpServletResponse.SC_OK) {
      response.setHeader("Retry-After", SECONDS_TO_WAIT);
    }
    send(response, status, Squeezed.padded(render(request, response, typed, opening), ANSWER));
  }

  /** A fault of ours, whatever it is, is one page; the log knows more. */
  private Opening answer(HttpServletRequest request, Typed typed) {
    try {
      if ("redraw".equals(request.getParameter("language"))) {
        return new Opening.Question();
      }
      if (request.getParameter("erase") == null) {
        return openResult.open(from(request), typed);
      }
      return "yes".equals(request.getParameter("erase"))
          ? eraseResult.erase(from(request), typed)
          : new Opening.EraseAsked();
    } catch (SQLException | RuntimeException fault) {
      Trace.written(fault);
      return new Opening.Unavailable();
    }
  }

  private ClientAddress from(HttpServletRequest request) {
    return ClientAddress.of(request, settings.proxies());
  }

  private String render(HttpServletRequest request, HttpServletResponse response, Typed typed, Opening opening)
      throws ServletException, IOException {
    speaker.speak(typed.language());
    request.setAttribute("page", new PatientPage(typed, opening));
    Rendering rendering = new Rendering(request, response);
    rendering.include("/opening/answers/" + opening.getClass().getSimpleName() + ".xhtml");
    return Squeezed.page(rendering.text());
  }

  /** A sheet to be kept. Its name says nothing to whoever looks through a telephone's files. */
  private static void send(HttpServletResponse response, byte[] sheet) throws IOException {
    response.setContentType("application/pdf");
    response.setHeader("Content-Disposition", "attachment; filename=\"document.pdf\"");
    response.setContentLength(sheet.length);
    response.getOutputStream().write(sheet);
  }

  private void send(HttpServletResponse response, int status, byte[] page) throws IOException {
    response.setStatus(status);
    response.setHeader(Headers.POLICY, look.policy());
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }
}

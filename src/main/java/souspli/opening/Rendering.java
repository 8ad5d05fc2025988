package souspli.opening;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/**
 * A view drawn into memory. Faces is asked for a page and never for an action: the view sees a GET without parameters,
 * so nothing that was sent reaches its life cycle, and nothing it does reaches the response.
 */
final class Rendering {
  private final HttpServletRequest request;
  private final Answer answer;

  Rendering(HttpServletRequest request, HttpServletResponse response) {
    this.request = new Quiet(request);
    this.answer = new Answer(response);
  }

  void include(String view) throws ServletException, IOException {
    request.getRequestDispatcher(view).include(request, answer);
  }

  String text() {
    answer.writer.flush();
    return answer.bytes.toString(StandardCharsets.UTF_8);
  }

  private static final class Quiet extends HttpServletRequestWrapper {
    Quiet(HttpServletRequest request) {
      super(request);
    }

    /** There is none, and a view that wants one is a fault, found by the first test that draws it. */
    @Override
    public HttpSession getSession(boolean create) {
      if (create) {
        throw new IllegalStateException("a patient's page wants a session");
      }
      return null;
    }

    @Override
    public HttpSession getSession() {
      return getSession(true);
    }

    @Override
    public String getMethod() {
      return "GET";
    }

    @Override
    public String getParameter(String name) {
      return null;
    }

    @Override
    public String[] getParameterValues(String name) {
      return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.emptyEnumeration();
    }
  }

  private static final class Answer extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(OpeningPage.ANSWER);
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));

    Answer(HttpServletResponse response) {
      super(response);
    }

    @Override
    public PrintWriter getWriter() {
      return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
      return new Stream(bytes);
    }

    @Override
    public String getCharacterEncoding() {
      return "UTF-8";
    }

    @Override
    public void flushBuffer() {
      writer.flush();
    }

    @Override
    public boolean isCommitted() {
      return false;
    }
  }

  private static final class Stream extends ServletOutputStream {
    private final ByteArrayOutputStream bytes;

    Stream(ByteArrayOutputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(int next) {
      bytes.write(next);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("a page is drawn at once");
    }
  }
}

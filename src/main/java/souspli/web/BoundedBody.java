package souspli.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A body without a declared length, read by nobody: forms of ours declare theirs. The stream ends with an error at the
 * bound, so that a body that never ends is no way to hold a thread or memory.
 */
final class BoundedBody extends HttpServletRequestWrapper {
  private final int bound;

  BoundedBody(HttpServletRequest request, int bound) {
    super(request);
    this.bound = bound;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Bounded(super.getInputStream(), bound);
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private static final class Bounded extends ServletInputStream {
    private final ServletInputStream body;
    private long left;

    Bounded(ServletInputStream body, int bound) {
      this.body = body;
      this.left = bound;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      if (next >= 0 && --left < 0) {
        throw new IOException("the body is longer than is read here");
      }
      return next;
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}

package souspli.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/**
 * Packs the scripts and styles of the staff's pages, and nothing else: the length of a packed page would tell of its
 * content. The server's own packing is no choice, since it unpacks what is sent to us before anybody can refuse it.
 */
public class Packing extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String accepted = request.getHeader("Accept-Encoding");
    if (accepted == null || !accepted.contains("gzip")) {
      chain.doFilter(request, response);
      return;
    }
    Packed packed = new Packed(response);
    chain.doFilter(request, packed);
    packed.finish();
  }

  /** Packs from the first byte on; an answer without a body stays as it is. */
  private static final class Packed extends HttpServletResponseWrapper {
    private Packer packer;

    Packed(HttpServletResponse response) {
      super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      if (packer == null) {
        setHeader("Content-Encoding", "gzip");
        setHeader("Vary", "Accept-Encoding");
        packer = new Packer(super.getOutputStream());
      }
      return packer;
    }

    @Override
    public void setContentLength(int length) {
      // it would be that of the unpacked bytes
    }

    @Override
    public void setContentLengthLong(long length) {
      // it would be that of the unpacked bytes
    }

    void finish() throws IOException {
      if (packer != null) {
        packer.packed.finish();
      }
    }
  }

  private static final class Packer extends ServletOutputStream {
    private final ServletOutputStream plain;
    private final GZIPOutputStream packed;

    Packer(ServletOutputStream plain) throws IOException {
      this.plain = plain;
      this.packed = new GZIPOutputStream(plain, 8192);
    }

    @Override
    public void write(int oneByte) throws IOException {
      packed.write(oneByte);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      packed.write(bytes, from, length);
    }

    @Override
    public boolean isReady() {
      return plain.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      plain.setWriteListener(listener);
    }
  }
}

package souspli.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection that costs a client as little as possible, because it runs on the machine that it
 * measures. Understands answers with a length or in chunks; anything else is an {@link IOException}.
 */
final class Exchange implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final String host;

  Exchange(URI portal) throws IOException {
    socket = new Socket(portal.getHost(), portal.getPort() < 0 ? 80 : portal.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(30_000);
    in = new BufferedInputStream(socket.getInputStream(), 16_384);
    host = portal.getAuthority();
  }

  /** What came back; {@code last}: the server closes the connection. */
  record Answer(int status, String body, boolean last) {}

  /** @param form what is posted; a GET when empty */
  Answer send(String client, String form) throws IOException {
    String head =
        (form.isEmpty() ? "GET" : "POST")
            + " / HTTP/1.1\r\nHost: "
            + host
            + "\r\nX-Forwarded-For: "
            + client
            + "\r\nAccept-Language: en\r\nSec-Fetch-Site: same-origin\r\n"
            + (form.isEmpty()
                ? ""
                : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n")
            + "\r\n";
    socket.getOutputStream().write((head + form).getBytes(StandardCharsets.US_ASCII));
    return read();
  }

  private Answer read() throws IOException {
    String[] status = line().split(" ", 3);
    int length = -1;
    boolean last = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).strip());
      }
      last |= header.equals("connection: close");
    }
    byte[] body = length < 0 ? chunks() : bytes(length);
    return new Answer(Integer.parseInt(status[1]), new String(body, StandardCharsets.UTF_8), last);
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(); size > 0; size = size()) {
      body.write(bytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int size() throws IOException {
    return Integer.parseInt(line().split(";")[0].strip(), 16);
  }

  private byte[] bytes(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the answer was cut");
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection was closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

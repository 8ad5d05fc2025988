package souspli.registry;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import souspli.registry.Hold.Reason;

/**
 * A line over which nothing is said: does the registry let us in? In TLS 1.3 a server looks at our certificate after we
 * may already send, and a line that it cuts with words of ours unread loses the alert that says why. Whoever stays
 * silent hears it.
 */
final class Handshake {
  private static final int HTTPS = 443;

  private Handshake() {}

  /** The one protocol, and the name that the certificate must be for. */
  static SSLParameters parameters() {
    SSLParameters tls = new SSLParameters();
    tls.setProtocols(new String[] {"TLSv1.3"});
    tls.setEndpointIdentificationAlgorithm("HTTPS");
    return tls;
  }

  /**
   * Returns when the registry has nothing against us.
   *
   * @param patience how long it may take to come to a line
   * @param silence how long it may take to say no
   * @throws IOException what it has against us, or why there is no line
   */
  static void attempt(SSLContext context, URI registry, Duration patience, Duration silence) throws IOException {
    String host = registry.getHost();
    int port = registry.getPort() < 0 ? HTTPS : registry.getPort();
    int waits = Math.toIntExact(patience.toMillis());
    try (Socket line = new Socket()) {
      line.connect(new InetSocketAddress(host, port), waits);
      line.setSoTimeout(waits);
      try (SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(line, host, port, true)) {
        tls.setSSLParameters(parameters());
        tls.startHandshake();
        tls.setSoTimeout(Math.toIntExact(silence.toMillis()));
        listen(tls);
      }
    }
  }

  private static void listen(SSLSocket tls) throws IOException {
    try {
      int _ = tls.getInputStream().read();
    } catch (SocketTimeoutException silent) {
      return; // it waits for us to speak
    }
  }

  /** Whether there was no line at all. */
  static boolean nobodyWasThere(Throwable failure) {
    return causes(failure).stream()
        .anyMatch(cause -> cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException);
  }

  /** What stays wrong however often it is tried; empty when a line was only cut. */
  static Optional<Reason> whyNever(Throwable failure) {
    List<Throwable> causes = causes(failure);
    boolean cut =
        causes.stream().noneMatch(SSLException.class::isInstance)
            || causes.stream().anyMatch(cause -> cause instanceof EOFException || cause instanceof SocketException)
            || says(causes, "close_notify");
    return cut ? Optional.empty() : Optional.of(reason(causes));
  }

  private static Reason reason(List<Throwable> causes) {
    if (causes.stream().anyMatch(
        cause -> cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException)) {
      return Reason.EXPIRED;
    }
    if (causes.stream().anyMatch(CertPathBuilderException.class::isInstance)) {
      return Reason.NOT_TRUSTED;
    }
    // the JDK's check of the name throws the plain type, that of the chain a kind of it
    if (causes.stream().anyMatch(cause -> cause.getClass() == CertificateException.class)) {
      return Reason.WRONG_NAME;
    }
    if (causes.stream().anyMatch(CertificateException.class::isInstance)) {
      return Reason.NOT_TRUSTED;
    }
    return says(causes, "fatal alert") && !says(causes, "protocol_version") ? Reason.WE_ARE_REFUSED : Reason.NO_TLS;
  }

  private static boolean says(List<Throwable> causes, String words) {
    return causes.stream().map(Throwable::getMessage).anyMatch(text -> text != null && text.contains(words));
  }

  private static List<Throwable> causes(Throwable first) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = first; cause != null && causes.size() < 20; cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }
}

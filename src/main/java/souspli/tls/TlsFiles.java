package souspli.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * The files behind connections to one other server.
 *
 * @param ours who we are to it; empty when it does not ask
 * @param authorities the only authorities that count, where they are named; else those of the JDK
 */
public record TlsFiles(Optional<Ours> ours, Optional<Path> authorities) {

  /**
   * Our key, and our certificate with its chain.
   *
   * @param key PKCS #8
   */
  public record Ours(Path key, Path certificate) {}

  /** Reads the files. */
  public SSLContext context(SecureRandom random) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        ours.isPresent() ? identity(ours.get()) : null,
        authorities.isPresent() ? trust(authorities.get()) : null,
        random);
    return context;
  }

  private static KeyManager[] identity(Ours ours) throws GeneralSecurityException {
    char[] inMemory = new char[0];
    Certificate[] chain = Pem.certificates(ours.certificate()).toArray(Certificate[]::new);
    var key = Pem.key(ours.key());
    if (!key.getAlgorithm().equals(chain[0].getPublicKey().getAlgorithm())) {
      throw new GeneralSecurityException(ours.key() + ": not the private key of the certificate");
    }
    KeyStore identity = empty();
    identity.setKeyEntry("ours", key, inMemory, chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(identity, inMemory);
    return keys.getKeyManagers();
  }

  private static TrustManager[] trust(Path file) throws GeneralSecurityException {
    KeyStore authorities = empty();
    int number = 0;
    for (Certificate authority : Pem.certificates(file)) {
      authorities.setCertificateEntry("authority-" + number++, authority);
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(authorities);
    return trust.getTrustManagers();
  }

  private static KeyStore empty() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
  }
}

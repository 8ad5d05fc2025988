package souspli.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import souspli.settings.RegistrySettings;

/**
 * TLS 1.3 with a certificate on both sides, from PEM files. Only the named authorities count, not those of the JDK.
 * What cannot be read is a {@link GeneralSecurityException} that names the file.
 */
public final class MutualTls {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private MutualTls() {}

  /** Why the files cannot be used, each named; empty when they can. */
  public static List<String> faults(RegistrySettings settings) {
    try {
      context(settings, new SecureRandom());
      return List.of();
    } catch (GeneralSecurityException e) {
      return List.of("souspli.registry: " + e.getMessage());
    }
  }

  static SSLContext context(RegistrySettings settings, SecureRandom random) throws GeneralSecurityException {
    char[] inMemory = new char[0];
    Certificate[] ours = certificates(settings.clientCertificateFile()).toArray(Certificate[]::new);
    KeyStore identity = empty();
    identity.setKeyEntry("ours", key(settings.clientKeyFile(), ours[0]), inMemory, ours);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(identity, inMemory);

    KeyStore authorities = empty();
    int number = 0;
    for (Certificate authority : certificates(settings.authoritiesFile())) {
      authorities.setCertificateEntry("authority-" + number++, authority);
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(authorities);
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), random);
    return context;
  }

  private static PrivateKey key(Path file, Certificate certificate) throws GeneralSecurityException {
    Matcher pem = KEY.matcher(new String(bytes(file), StandardCharsets.US_ASCII));
    if (!pem.find()) {
      throw new GeneralSecurityException(file + ": no PKCS #8 private key in PEM");
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
      return KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
          .generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new GeneralSecurityException(file + ": not the private key of the certificate", e);
    }
  }

  private static Collection<? extends Certificate> certificates(Path file) throws GeneralSecurityException {
    Collection<? extends Certificate> found;
    try {
      found = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes(file)));
    } catch (GeneralSecurityException e) {
      throw new GeneralSecurityException(file + ": no certificates in PEM", e);
    }
    if (found.isEmpty()) {
      throw new GeneralSecurityException(file + ": no certificates in PEM");
    }
    return found;
  }

  private static byte[] bytes(Path file) throws GeneralSecurityException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new GeneralSecurityException(file + ": cannot be read", e);
    }
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

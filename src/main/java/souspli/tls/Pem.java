package souspli.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a PEM file (RFC 7468). */
public final class Pem {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private Pem() {}

  /** The first private key: EC or RSA, PKCS #8, without a password. */
  public static PrivateKey key(Path file) throws GeneralSecurityException {
    Matcher pem = KEY.matcher(new String(bytes(file), StandardCharsets.US_ASCII));
    if (!pem.find()) {
      throw new GeneralSecurityException(file + ": no PKCS #8 private key in PEM");
    }
    try {
      PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
      try {
        return KeyFactory.getInstance("EC").generatePrivate(encoded);
      } catch (InvalidKeySpecException another) {
        return KeyFactory.getInstance("RSA").generatePrivate(encoded);
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new GeneralSecurityException(file + ": neither an EC nor an RSA private key", e);
    }
  }

  /** All of them, at least one. */
  public static List<Certificate> certificates(Path file) throws GeneralSecurityException {
    byte[] pem = bytes(file);
    Collection<? extends Certificate> found;
    try {
      found = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
    } catch (GeneralSecurityException e) {
      throw new GeneralSecurityException(file + ": no certificates in PEM", e);
    }
    if (found.isEmpty()) {
      throw new GeneralSecurityException(file + ": no certificates in PEM");
    }
    return List.copyOf(found);
  }

  private static byte[] bytes(Path file) throws GeneralSecurityException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new GeneralSecurityException(file + ": cannot be read", e);
    }
  }
}

package souspli.standin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * An authority for one demo or one test: signs certificates (P-256) for a name and a time. Its key is never
 * written.
 */
public final class Authority {
  private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

  private final SecureRandom random;
  private final X500Name name;
  private final KeyPair keys;
  private final X509Certificate certificate;

  /** One that is valid from {@code from} until {@code until}. */
  public Authority(String name, Instant from, Instant until, SecureRandom random) {
    this.random = random;
    this.name = new X500Name("CN=" + name);
    this.keys = keys(random);
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    add(extensions, Extension.basicConstraints, new BasicConstraints(true));
    this.certificate = sign(this.name, keys, from, until, extensions);
  }

  /** A key and the certificate for it. */
  public record Identity(KeyPair keys, X509Certificate certificate) {

    /** Writes both as PEM, the key for its owner alone. */
    public void write(Path keyFile, Path certificateFile) throws IOException {
      Files.deleteIfExists(keyFile);
      Files.createFile(
          keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(keyFile, pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
      Files.writeString(certificateFile, pem(certificate));
    }
  }

  public Identity identity(String host, Instant from, Instant until) {
    KeyPair theirs = keys(random);
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    add(extensions, Extension.subjectAlternativeName, new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
    return new Identity(theirs, sign(new X500Name("CN=" + host), theirs, from, until, extensions));
  }

  public X509Certificate certificate() {
    return certificate;
  }

  public void write(Path authoritiesFile) throws IOException {
    Files.writeString(authoritiesFile, pem(certificate));
  }

  private X509Certificate sign(
      X500Name subject, KeyPair theirs, Instant from, Instant until, ExtensionsGenerator extensions) {
    V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
    content.setSerialNumber(new ASN1Integer(new BigInteger(120, random).add(BigInteger.ONE)));
    content.setIssuer(name);
    content.setSubject(subject);
    content.setStartDate(new Time(Date.from(from)));
    content.setEndDate(new Time(Date.from(until)));
    content.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(theirs.getPublic().getEncoded()));
    content.setSignature(ECDSA);
    content.setExtensions(extensions.generate());
    try {
      var toSign = content.generateTBSCertificate();
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate(), random);
      signature.update(toSign.getEncoded(ASN1Encoding.DER));
      ASN1EncodableVector parts = new ASN1EncodableVector();
      parts.add(toSign);
      parts.add(ECDSA);
      parts.add(new DERBitString(signature.sign()));
      byte[] encoded = new DERSequence(parts).getEncoded(ASN1Encoding.DER);
      return (X509Certificate)
          CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("ECDSA on P-256 is part of every JDK", e);
    }
  }

  private static KeyPair keys(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("P-256 is part of every JDK", e);
    }
  }

  private static void add(
      ExtensionsGenerator extensions,
      org.bouncycastle.asn1.ASN1ObjectIdentifier kind,
      org.bouncycastle.asn1.ASN1Encodable value) {
    try {
      extensions.addExtension(kind, true, value);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(X509Certificate certificate) {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String what, byte[] encoded) {
    String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(encoded);
    return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
  }
}

package souspli.directory;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Files of the public register for tests, with all the columns of the real one. No number belongs to anybody. */
final class Extractions {
  static final String HEADER =
      "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Code civilité d'exercice|"
          + "Libellé civilité d'exercice|Code civilité|Libellé civilité|Nom d'exercice|Prénom d'exercice|"
          + "Code profession|Libellé profession|Code catégorie professionnelle|Libellé catégorie professionnelle|"
          + "Code type savoir-faire|Libellé type savoir-faire|Code savoir-faire|Libellé savoir-faire|"
          + "Code mode exercice|Libellé mode exercice|Numéro SIRET site|Numéro SIREN site|Numéro FINESS site|"
          + "Numéro FINESS établissement juridique|Identifiant technique de la structure|Raison sociale site|"
          + "Enseigne commerciale site|Complément destinataire (coord. structure)|"
          + "Complément point géographique (coord. structure)|Numéro Voie (coord. structure)|"
          + "Indice répétition voie (coord. structure)|Code type de voie (coord. structure)|"
          + "Libellé type de voie (coord. structure)|Libellé Voie (coord. structure)|"
          + "Mention distribution (coord. structure)|Bureau cedex (coord. structure)|"
          + "Code postal (coord. structure)|Code commune (coord. structure)|Libellé commune (coord. structure)|"
          + "Code pays (coord. structure)|Libellé pays (coord. structure)|Téléphone (coord. structure)|"
          + "Téléphone 2 (coord. structure)|Télécopie (coord. structure)|Adresse e-mail (coord. structure)|"
          + "Code Département (structure)|Libellé Département (structure)|Ancien identifiant de la structure|"
          + "Autorité d'enregistrement|Code secteur d'activité|Libellé secteur d'activité|"
          + "Code section tableau pharmaciens|Libellé section tableau pharmaciens|Code rôle|Libellé rôle|"
          + "Code genre activité|Libellé genre activité|";

  private Extractions() {}

  static String line(String type, String rpps, String familyName, String profession, String finess) {
    return String.join(
        "|",
        type, rpps, type + rpps, "PHARM", "Pharmacien", "M", "Monsieur", familyName, "Camille", profession,
        "Une profession", "C", "Civil", "", "", "", "", "L", "Libéral", "", "", finess, "990000093",
        "F990000002", "PHARMACIE \"DE LA GARE\"", "GRANDE PHARMACIE", "", "", "12", "", "R", "Rue", "DE LA GARE", "",
        "99000 VILLE CEDEX", "99000", "99001", "Ville", "", "", "0100000000", "", "", "", "99", "Nulle part", "",
        "CNOP", "SA33", "Pharmacie d'officine", "A", "Titulaire d'officine", "", "", "GENR01",
        "Activité standard de soin", "");
  }

  static String pharmacist(String rpps, String finess) {
    return line("8", rpps, "Martin", "21", finess);
  }

  static InputStream of(String... lines) {
    return new ByteArrayInputStream(
        (HEADER + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** As many lines as the real file has, or fewer, made while they are read; one in twenty is a pharmacist's. */
  static InputStream generated(long lines) {
    return new InputStream() {
      private byte[] line = (HEADER + "\n").getBytes(StandardCharsets.UTF_8);
      private int at;
      private long made;

      @Override
      public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int from, int most) {
        if (at == line.length) {
          if (made == lines) {
            return -1;
          }
          line = (generatedLine(made++) + "\n").getBytes(StandardCharsets.UTF_8);
          at = 0;
        }
        int length = Math.min(most, line.length - at);
        System.arraycopy(line, at, into, from, length);
        at += length;
        return length;
      }
    };
  }

  private static String generatedLine(long number) {
    String rpps = String.format(Locale.ROOT, "99%09d", number);
    return line("8", rpps, "Été-Martin", number % 20 == 0 ? "21" : "10", finess((int) (number % 20_000)));
  }

  /** One of the department that does not exist. */
  static String finess(int number) {
    String eight = String.format(Locale.ROOT, "99%06d", number);
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      int weighted = (eight.charAt(i) - '0') * (1 + i % 2);
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return eight + (10 - sum % 10) % 10;
  }
}

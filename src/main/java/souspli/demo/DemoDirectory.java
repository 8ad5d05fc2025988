package souspli.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import souspli.directory.LoadDirectory;

/**
 * A public register of invented pharmacists: the demo's staff, and some in both pharmacies who may still be invited.
 */
public final class DemoDirectory {
  static final String STATION = "990000002";
  static final String MARKET = "990000010";

  /** Numbers that no register gives to anybody. */
  static final String CLAIRE = "99000000011";

  static final String HUGO = "99000000012";
  static final String INES = "99000000013";
  static final String YANN = "99000000014";

  private static final String TEXT =
      """
      Type d'identifiant PP|Identifiant PP|Nom d'exercice|Prénom d'exercice|Code profession|Numéro FINESS site|
      8|99000000011|Martin|Claire|21|990000002|
      8|99000000012|Bernard|Hugo|21|990000010|
      8|99000000013|Robert|Inès|21|990000002|
      8|99000000014|Le Goff|Yann|21|990000010|
      8|99000000021|Roux|Léa|21|990000002|
      8|99000000022|Fontaine|Camille|21|990000002|
      8|99000000023|Benali|Sami|21|990000002|
      8|99000000024|Nguyen|Lin|21|990000010|
      8|99000000025|Garnier|Jules|21|990000010|
      """;

  private DemoDirectory() {}

  /** Takes the place of whatever was loaded before. */
  public static void load(DataSource register, LocalDate today) throws IOException, SQLException {
    new LoadDirectory(register)
        .load(new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8)), 100, today, bytes -> {});
  }
}

package souspli.result;

import java.util.Optional;

/** What a rapid test looks for, by the LOINC code of its rapid immunoassay in an upper respiratory or throat sample. */
public enum Analyte {
  SARS_COV_2("97097-0"),
  INFLUENZA_A("80382-5"),
  INFLUENZA_B("80383-3"),
  STREP_A("78012-2");

  private final String loinc;

  Analyte(String loinc) {
    this.loinc = loinc;
  }

  public String loinc() {
    return loinc;
  }

  public static Optional<Analyte> parse(String loinc) {
    for (Analyte analyte : values()) {
      if (analyte.loinc.equals(loinc)) {
        return Optional.of(analyte);
      }
    }
    return Optional.empty();
  }
}

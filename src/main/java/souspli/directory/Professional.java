package souspli.directory;

import souspli.pharmacies.Finess;

/**
 * One row of the register: a pharmacist at one place of work.
 *
 * @param name as it stands there, given name first, at most 120 characters; perhaps empty
 */
public record Professional(Rpps rpps, Finess finess, String name) {
  private static final int LONGEST = 120;

  public Professional {
    if (name.codePointCount(0, name.length()) > LONGEST) {
      name = name.substring(0, name.offsetByCodePoints(0, LONGEST));
    }
  }
}

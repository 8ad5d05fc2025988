package souspli.slip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.oned.Code128Reader;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import souspli.sealedlink.SlipNumber;

class Code128Test {
  @Test
  void holdsSpAndTheTenDigits() throws Exception {
    SecureRandom chance = new SecureRandom();
    for (int i = 0; i < 50; i++) {
      SlipNumber number = SlipNumber.fresh(chance);
      String svg = Code128.of(number).svg();
      String read = new Code128Reader().decode(Raster.seen(Raster.of(svg, 3))).getText();
      assertEquals("SP" + number.digits(), read);
    }
  }

  @Test
  void fitsOnA80MillimetreRoll() {
    SlipNumber number = SlipNumber.fresh(new SecureRandom());
    assertTrue(Code128.of(number).svg().contains("width=\"53.625mm\" height=\"12mm\" viewBox=\"0 0 143 12\""));
  }
}

package souspli.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import souspli.keys.GateKey;

class CellTest {
  private static final byte[] TODAY = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

  @Test
  void neighboursShareACellUntilTheDayEnds() {
    assertEquals(cells("192.0.2.7", TODAY), cells("192.0.2.200", TODAY));
    assertEquals(cells("192.0.2.7", TODAY), cells("::ffff:192.0.2.9", TODAY));
    assertNotEquals(cells("192.0.2.7", TODAY), cells("192.0.3.7", TODAY));
    byte[] tomorrow = TODAY.clone();
    tomorrow[0] = 9;
    assertNotEquals(cells("192.0.2.7", TODAY), cells("192.0.2.7", tomorrow));
  }

  @Test
  void areLockedInOneOrder() {
    for (int host = 0; host < 200; host++) {
      List<Cell> cells = cells("2001:db8:" + Integer.toHexString(host) + "::1", TODAY);
      assertEquals(2, cells.size());
      assertTrue(cells.get(0).number() <= cells.get(1).number());
      assertTrue(cells.stream().allMatch(cell -> cell.number() >= 0 && cell.number() < Cell.CELLS));
    }
  }

  private static List<Cell> cells(String address, byte[] key) {
    return Cell.of(new ClientAddress(InetAddress.ofLiteral(address)), GateKey.of(key.clone()));
  }
}

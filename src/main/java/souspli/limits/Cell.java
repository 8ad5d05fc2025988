package souspli.limits;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import souspli.keys.GateKey;

/**
 * One of the 2^18 counters that all neighbourhoods share. Which one is theirs changes every day with the gate key, so
 * no address is stored and none can be worked out later; the price is a rare neighbour who shares the count.
 *
 * @param number 0 to 262,143
 */
record Cell(int number, Gate gate) {
  static final int CELLS = 1 << 18;

  /** In the order in which they are locked, so that no two transactions wait for each other. */
  static List<Cell> of(ClientAddress address, GateKey ofTheDay) {
    return address.gates().stream()
        .map(gate -> new Cell(numberOf(gate, address.prefix(gate), ofTheDay), gate))
        .sorted(Comparator.comparingInt(Cell::number).thenComparingInt(cell -> cell.gate().kind()))
        .toList();
  }

  private static int numberOf(Gate gate, byte[] prefix, GateKey key) {
    byte[] digest = key.mac(new byte[] {(byte) gate.kind()}, prefix);
    // mod 2^18 of the whole number is its last 18 bits
    return ByteBuffer.wrap(digest, digest.length - Integer.BYTES, Integer.BYTES).getInt() & (CELLS - 1);
  }
}

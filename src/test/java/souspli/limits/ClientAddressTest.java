package souspli.limits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
  private static final Set<InetAddress> PROXIES =
      Set.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("10.0.0.9"));

  @Test
  void aPeerSpeaksForItself() {
    assertEquals(address("192.0.2.7"), ClientAddress.of("192.0.2.7", "198.51.100.1", PROXIES));
    assertEquals(address("127.0.0.1"), ClientAddress.of("127.0.0.1", null, PROXIES));
    assertEquals(address("127.0.0.1"), ClientAddress.of("127.0.0.1", "198.51.100.1", Set.of()));
  }

  @Test
  void aProxySpeaksForWhoeverIsBeforeIt() {
    assertEquals(address("198.51.100.1"), ClientAddress.of("127.0.0.1", "198.51.100.1", PROXIES));
    assertEquals(address("198.51.100.1"), ClientAddress.of("127.0.0.1", "198.51.100.1 , 10.0.0.9", PROXIES));
  }

  @Test
  void whatTheClientWroteItselfDoesNotCount() {
    assertEquals(address("198.51.100.1"), ClientAddress.of("127.0.0.1", "203.0.113.5, 198.51.100.1", PROXIES));
    assertEquals(address("127.0.0.1"), ClientAddress.of("127.0.0.1", "203.0.113.5, unknown", PROXIES));
    assertEquals(address("127.0.0.1"), ClientAddress.of("127.0.0.1", "", PROXIES));
  }

  @Test
  void mappedAddressesAreIpv4() {
    assertEquals(address("192.0.2.7"), ClientAddress.of("::ffff:192.0.2.7", null, PROXIES));
    assertEquals(List.of(Gate.IPV4_24), ClientAddress.of("::ffff:192.0.2.7", null, PROXIES).gates());
  }

  @Test
  void neighboursShareAPrefix() {
    assertArrayEquals(new byte[] {(byte) 192, 0, 2}, address("192.0.2.7").prefix(Gate.IPV4_24));
    ClientAddress one = ClientAddress.of("2001:db8:1:2::1%eth0", null, PROXIES);
    ClientAddress other = address("2001:db8:1:3::9");
    assertEquals(List.of(Gate.IPV6_48, Gate.IPV6_64), one.gates());
    assertArrayEquals(one.prefix(Gate.IPV6_48), other.prefix(Gate.IPV6_48));
    assertFalse(java.util.Arrays.equals(one.prefix(Gate.IPV6_64), other.prefix(Gate.IPV6_64)));
  }

  @Test
  void namesAreNeverLookedUp() {
    assertThrows(IllegalArgumentException.class, () -> ClientAddress.of("localhost", null, PROXIES));
    assertEquals("ClientAddress", address("192.0.2.7").toString());
  }

  private static ClientAddress address(String literal) {
    return new ClientAddress(InetAddress.ofLiteral(literal));
  }
}

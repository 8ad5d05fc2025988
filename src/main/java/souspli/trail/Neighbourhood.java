package souspli.trail;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import souspli.limits.ClientAddress;

/**
 * Roughly where somebody sat: the /24 of an IPv4 address, the /48 of an IPv6 one, as {@code 192.0.2.0/24}. All of an
 * address that is ever stored.
 */
public record Neighbourhood(String text) {

  public static Neighbourhood of(ClientAddress from) {
    byte[] whole = from.address().getAddress();
    boolean four = from.address() instanceof Inet4Address;
    int kept = four ? 3 : 6;
    byte[] bytes = Arrays.copyOf(Arrays.copyOf(whole, kept), whole.length);
    try {
      String base = InetAddress.getByAddress(bytes).getHostAddress();
      return new Neighbourhood(four ? base + "/24" : base.replaceFirst("(:0){5}$", "::") + "/48");
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of that length is one", e);
    }
  }
}

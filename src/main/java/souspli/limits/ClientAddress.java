package souspli.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where somebody asks from. It is used to find cells and then forgotten: nothing ever stores or prints it.
 *
 * @param address an IPv4-mapped IPv6 address is the IPv4 address
 */
public record ClientAddress(InetAddress address) {
  /** Longer lists of forwarders are nobody's. */
  private static final int MOST_HOPS = 20;

  /** Of whoever sent this, by every line of that header: a proxy may write its word below the client's own. */
  public static ClientAddress of(HttpServletRequest request, Set<InetAddress> proxies) {
    return of(
        request.getRemoteAddr(), String.join(",", Collections.list(request.getHeaders("X-Forwarded-For"))), proxies);
  }

  /**
   * The peer of the connection, unless that is one of our proxies: then the nearest address before it that is none of
   * ours. Whatever a client wrote itself stands further left and is never reached.
   *
   * @param peer the other end of the connection
   * @param forwarded {@code X-Forwarded-For} as received, or null
   * @param proxies whose word counts
   * @throws IllegalArgumentException when the peer is no address
   */
  public static ClientAddress of(String peer, String forwarded, Set<InetAddress> proxies) {
    InetAddress nearest = literal(peer).orElseThrow(() -> new IllegalArgumentException("a peer without an address"));
    List<String> hops = forwarded == null ? List.of() : List.of(forwarded.split(",", MOST_HOPS)).reversed();
    for (String hop : hops) {
      Optional<InetAddress> before = literal(hop.strip());
      if (!proxies.contains(nearest) || before.isEmpty()) {
        break;
      }
      nearest = before.get();
    }
    return new ClientAddress(nearest);
  }

  /** The gates that this address must pass. */
  List<Gate> gates() {
    return address instanceof Inet4Address ? List.of(Gate.IPV4_24) : List.of(Gate.IPV6_48, Gate.IPV6_64);
  }

  byte[] prefix(Gate gate) {
    return Arrays.copyOf(address.getAddress(), gate.bits() / 8);
  }

  @Override
  public String toString() {
    return "ClientAddress";
  }

  /** Literal addresses only, so that no name is ever looked up; a zone ({@code %eth0}) is dropped. */
  private static Optional<InetAddress> literal(String text) {
    int zone = text.indexOf('%');
    try {
      return Optional.of(InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // what is no address is nobody's word
    }
  }
}

package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Portal;

/** Somebody on the same network who looks for an admin console, a cluster, JMX or an ORB. */
class OtherPortsAttack {
  private static final String LISTENS = "0A";

  private final Portal portal = Portal.shared();

  @Test
  void theServerListensOnItsTwoPortsOnlyAndOnLoopback() throws IOException {
    Set<Listener> listeners = listenersOf(portal.server("java-arguments").pid());
    int port = URI.create(portal.baseUrl()).getPort();
    assertTrue(listeners.stream().anyMatch(listener -> listener.port() == port), "the public port " + listeners);
    assertEquals(2, listeners.size(), "public and management port: " + listeners);
    assertTrue(listeners.stream().allMatch(Listener::onLoopback), listeners.toString());
  }

  /** A listening socket; the address in the kernel's hexadecimal. */
  private record Listener(String address, int port) {
    boolean onLoopback() {
      return address.equals("0100007F")
          || address.equals("00000000000000000000000001000000")
          || address.equals("0000000000000000FFFF00000100007F");
    }
  }

  private static Set<Listener> listenersOf(long pid) throws IOException {
    Set<String> sockets = socketsOf(pid);
    Set<Listener> listeners = new HashSet<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "net", table))) {
        String[] parts = line.strip().split("\\s+");
        if (parts[3].equals(LISTENS) && sockets.contains(parts[9])) {
          String[] local = parts[1].split(":");
          listeners.add(new Listener(local[0], Integer.parseInt(local[1], 16)));
        }
      }
    }
    return listeners;
  }

  private static Set<String> socketsOf(long pid) throws IOException {
    Set<String> sockets = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path file : files.filter(Files::isSymbolicLink).toList()) {
        String target = Files.readSymbolicLink(file).toString();
        if (target.startsWith("socket:[")) {
          sockets.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    }
    return sockets;
  }
}

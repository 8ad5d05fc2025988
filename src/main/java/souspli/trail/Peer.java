package souspli.trail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import souspli.limits.ClientAddress;
import souspli.settings.Settings;

/** Where the present request comes from. */
@RequestScoped
public class Peer {

  private HttpServletRequest request;
  private Settings settings;
  private Neighbourhood known;

  /** For the proxy. */
  protected Peer() {}

  @Inject
  Peer(HttpServletRequest request, Settings settings) {
    this.request = request;
    this.settings = settings;
  }

  /** Somewhere that is known already: without a server. */
  public static Peer at(ClientAddress from) {
    Peer peer = new Peer();
    peer.known = Neighbourhood.of(from);
    return peer;
  }

  /**
   * @throws jakarta.enterprise.context.ContextNotActiveException or an IllegalStateException outside a request
   */
  Neighbourhood neighbourhood() {
    if (known == null) {
      known = Neighbourhood.of(ClientAddress.of(request, settings.proxies()));
    }
    return known;
  }
}

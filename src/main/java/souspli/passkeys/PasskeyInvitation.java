package souspli.passkeys;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import souspli.signin.Sessions;
import souspli.signin.StaffGate;
import souspli.staff.InvitationSecret;
import souspli.staff.Member;
import souspli.staff.MemberId;

/** The first form of an opened invitation: a passkey, and in. Posts of the other forms are none of its business. */
@Named
@RequestScoped
public class PasskeyInvitation {

  private final AcceptByPasskey acceptByPasskey;
  private final Ceremonies ceremonies;
  private final Sessions sessions;

  private Optional<AcceptByPasskey.Offer> offer = Optional.empty();
  private boolean refused;

  /** For the proxy. */
  protected PasskeyInvitation() {
    this(null, null, null);
  }

  @Inject
  PasskeyInvitation(AcceptByPasskey acceptByPasskey, Ceremonies ceremonies, Sessions sessions) {
    this.acceptByPasskey = acceptByPasskey;
    this.ceremonies = ceremonies;
    this.sessions = sessions;
  }

  /** Before the view is shown; a post of this form is decided here. */
  public void arrive() {
    FacesContext context = FacesContext.getCurrentInstance();
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    Optional<InvitationSecret> secret = InvitationSecret.parse(request.getParameter("secret"));
    if (!request.getMethod().equals("POST") || secret.isEmpty()) {
      return;
    }
    if (request.getParameter("attestation") != null) {
      Optional<Member> member = accept(request, secret.get());
      if (member.isPresent()) {
        HttpServletResponse response = (HttpServletResponse) context.getExternalContext().getResponse();
        sessions.begin(request, member.get());
        StaffGate.send(response, StaffGate.home(member.get().role()));
        context.responseComplete();
        return;
      }
      refused = true;
    }
    offer = acceptByPasskey.offer(secret.get());
  }

  private Optional<Member> accept(HttpServletRequest request, InvitationSecret secret) {
    Optional<MemberId> id =
        Assertion.bytes(request.getParameter("handle"))
            .filter(bytes -> bytes.length == Long.BYTES)
            .map(bytes -> ByteBuffer.wrap(bytes).getLong())
            .filter(number -> number > 0)
            .map(MemberId::new);
    Optional<byte[]> attestation = Assertion.bytes(request.getParameter("attestation"));
    Optional<byte[]> clientData = Assertion.bytes(request.getParameter("clientData"));
    String name = Optional.ofNullable(request.getParameter("name")).orElse("").strip();
    return id.isPresent() && attestation.isPresent() && clientData.isPresent()
        ? acceptByPasskey.accept(secret, id.get(), name, attestation.get(), clientData.get())
        : Optional.empty();
  }

  /** Whether the one that came was refused. */
  public boolean isRefused() {
    return refused;
  }

  public String getChallenge() {
    return offer.orElseThrow().challenge().text();
  }

  public String getRelyingParty() {
    return ceremonies.relyingParty();
  }

  public String getHandle() {
    byte[] handle = SignInByPasskey.handle(offer.orElseThrow().id());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(handle);
  }

  /** Whether there is an invitation to accept. */
  public boolean isOffered() {
    return offer.isPresent();
  }
}

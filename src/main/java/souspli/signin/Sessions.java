package souspli.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import souspli.pharmacies.Pharmacies;
import souspli.pharmacies.Pharmacy;
import souspli.staff.Member;
import souspli.staff.Members;

/**
 * Begins, finds and ends sessions of staff. The member's row is read anew for each request: whoever was disabled, or
 * got another role, pharmacy, password or factor, is out with the next one, on every node.
 */
@Dependent
public class Sessions {

  private static final String NAME = StaffSession.class.getName();

  private final Members members;
  private final Pharmacies pharmacies;
  private final InstantSource clock;

  @Inject
  public Sessions(Members members, Pharmacies pharmacies, InstantSource clock) {
    this.members = members;
    this.pharmacies = pharmacies;
    this.clock = clock;
  }

  /** Somebody who is signed in now. */
  record Present(Member member, String place) {}

  /** A new session under a new id, whatever the browser sent. */
  public void begin(HttpServletRequest request, Member member) {
    end(request);
    Instant now = clock.instant();
    String place = member.pharmacy().map(pharmacies::get).map(Pharmacy::name).orElse("");
    HttpSession session = request.getSession(true);
    // some servers give a new session the id that the cookie asked for: that one may be known to somebody else
    request.changeSessionId();
    session.setMaxInactiveInterval((int) StaffSession.IDLE.toSeconds());
    session.setAttribute(NAME, new StaffSession(member.id(), member.stamp(), place, now, now));
  }

  /**
   * After somebody changed their own factors: this session goes on under a new id, and every other one of theirs ends,
   * since the member's stamp has changed.
   */
  public void goOn(HttpServletRequest request, Member changed) {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(NAME) instanceof StaffSession ours) {
      request.changeSessionId();
      session.setAttribute(
          NAME, new StaffSession(ours.member(), changed.stamp(), ours.place(), ours.began(), ours.seen()));
    }
  }

  /** Who is behind this request; a session that may not go on is ended here. */
  Optional<Present> find(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (session.getAttribute(NAME) instanceof StaffSession ours && !ours.over(now)) {
      Optional<Member> member =
          members.find(ours.member()).filter(Member::active).filter(m -> m.stamp().equals(ours.stamp()));
      if (member.isPresent()) {
        session.setAttribute(NAME, ours.seenAt(now));
        return member.map(m -> new Present(m, ours.place()));
      }
    }
    session.invalidate();
    return Optional.empty();
  }

  void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}

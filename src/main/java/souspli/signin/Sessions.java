package souspli.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import souspli.pharmacies.Pharmacies;
import souspli.pharmacies.Pharmacy;
import souspli.staff.Acting.Proof;
import souspli.staff.Member;
import souspli.staff.MemberId;
import souspli.staff.Members;
import souspli.trail.About;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/**
 * Begins, finds, locks and ends sessions of staff. The member's row is read anew for each request: whoever was
 * disabled, or got another role, pharmacy, password or factor, is out with the next one, on every node. Each change of
 * a session is one step, so that no request that runs beside a lock undoes it.
 */
@Dependent
public class Sessions {

  private static final String NAME = StaffSession.class.getName();

  /** Of the one request that locks a session. */
  private static final String LOCKED_NOW = NAME + ".lockedNow";

  private final Members members;
  private final Pharmacies pharmacies;
  private final Trail trail;
  private final InstantSource clock;

  @Inject
  public Sessions(Members members, Pharmacies pharmacies, Trail trail, InstantSource clock) {
    this.members = members;
    this.pharmacies = pharmacies;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Somebody whose session goes on.
   *
   * @param lock where it waits for them: then nobody is acting
   */
  record Present(Member member, String place, Proof proof, Optional<StaffSession.Locked> lock) {}

  /**
   * A locked session, as its page shows it.
   *
   * @param member who locked it
   * @param back where they go on once they have unlocked it
   */
  public record Waiting(Member member, String place, Instant since, String back) {}

  /** A new session under a new id, whatever the browser sent; one that waits there for somebody is taken over. */
  public void begin(HttpServletRequest request, Member member) {
    leave(request).ifPresent(other -> takenOver(other.id(), member));
    String place = member.pharmacy().map(pharmacies::get).map(Pharmacy::name).orElse("");
    HttpSession session = request.getSession(true);
    // some servers give a new session the id that the cookie asked for: that one may be known to somebody else
    request.changeSessionId();
    session.setMaxInactiveInterval((int) StaffSession.WHOLE.toSeconds());
    session.setAttribute(
        NAME, new AtomicReference<>(StaffSession.begin(member.id(), member.stamp(), place, clock.instant())));
  }

  /** Ends this session, in whatever state; whose it was, where it waited for somebody. */
  public Optional<Member> leave(HttpServletRequest request) {
    Optional<Member> whose = waiting(request).map(Waiting::member);
    end(request);
    return whose;
  }

  /** Whoever has just come in goes on at a counter that waited for another. */
  public void takenOver(MemberId from, Member by) {
    members
        .find(from)
        .filter(other -> !other.id().equals(by.id()))
        .ifPresent(other -> trail.note(by.acting(), TrailKind.TAKEN_OVER, About.member(other)));
  }

  /**
   * After somebody changed their own factors: this session goes on under a new id, and every other one of theirs ends,
   * since the member's stamp has changed.
   */
  public void goOn(HttpServletRequest request, Member changed) {
    ours(request)
        .ifPresent(
            kept -> {
              request.changeSessionId();
              kept.updateAndGet(ours -> ours.of(changed.stamp()));
            });
  }

  /** Who is behind this request; a session that may not go on is ended here, one that was left alone is locked. */
  Optional<Present> find(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<StaffSession> seen =
        ours(request).map(kept -> change(request, kept, ours -> ours.seenAt(now, request.getRequestURI())));
    Optional<Present> present =
        seen.filter(ours -> !ours.over(now))
            .flatMap(
                ours ->
                    members
                        .find(ours.member())
                        .filter(Member::active)
                        .filter(member -> member.stamp().equals(ours.stamp()))
                        .map(member -> new Present(member, ours.place(), proof(ours, now), ours.locked())));
    if (present.isEmpty()) {
      session.invalidate();
    }
    return present;
  }

  private static Proof proof(StaffSession ours, Instant now) {
    return ours.fresh(now) ? Proof.FRESH : Proof.STALE;
  }

  /**
   * From now on nobody acts in this session until its member has unlocked it; then they go on at {@code back}. Whether
   * it is this request that locked it, be it only because it came after a quarter of an hour.
   */
  public boolean lock(HttpServletRequest request, String back) {
    ours(request).ifPresent(kept -> change(request, kept, ours -> ours.lockedAt(clock.instant(), back)));
    return request.getAttribute(LOCKED_NOW) != null;
  }

  private StaffSession change(
      HttpServletRequest request, AtomicReference<StaffSession> kept, UnaryOperator<StaffSession> by) {
    StaffSession before = kept.getAndUpdate(by);
    StaffSession after = by.apply(before);
    if (before.locked().isEmpty() && after.locked().isPresent()) {
      request.setAttribute(LOCKED_NOW, true);
      members.find(after.member()).ifPresent(member -> trail.note(member.acting(), TrailKind.LOCKED));
    }
    return after;
  }

  /** Whose session waits, where it does. */
  public Optional<Waiting> waiting(HttpServletRequest request) {
    return find(request)
        .flatMap(
            here -> here.lock().map(lock -> new Waiting(here.member(), here.place(), lock.since(), lock.back())));
  }

  /** Counts a try to unlock it; whether there was one left. With the last one the session ends. */
  public boolean tries(HttpServletRequest request) {
    Instant now = clock.instant();
    boolean left =
        ours(request)
            .map(kept -> kept.updateAndGet(StaffSession::triedOnce))
            .filter(ours -> !ours.over(now))
            .isPresent();
    if (!left) {
      end(request);
    }
    return left;
  }

  /** Its member is back. Under a new id, since a copy of the old one may have been made meanwhile. */
  public void unlock(HttpServletRequest request) {
    waiting(request)
        .ifPresent(
            here -> {
              trail.note(here.member().acting(), TrailKind.UNLOCKED);
              request.changeSessionId();
              ours(request).orElseThrow().updateAndGet(ours -> ours.unlockedAt(clock.instant()));
            });
  }

  /** Its member has just shown a factor once more. */
  public void prove(HttpServletRequest request) {
    ours(request).ifPresent(kept -> kept.updateAndGet(ours -> ours.provedAt(clock.instant())));
  }

  void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  @SuppressWarnings("unchecked") // nobody else sets this attribute
  private static Optional<AtomicReference<StaffSession>> ours(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return Optional.ofNullable(session == null ? null : (AtomicReference<StaffSession>) session.getAttribute(NAME));
  }
}

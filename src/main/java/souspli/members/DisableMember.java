package souspli.members;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.Acting.NotAllowed;
import souspli.staff.Member;
import souspli.staff.MemberId;
import souspli.staff.Members;
import souspli.trail.About;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/** Somebody works here no longer, or has lost a factor and must be invited anew: all their sessions end at once. */
@Dependent
public class DisableMember {

  private final Members members;
  private final Trail trail;
  private final InstantSource clock;

  @Inject
  public DisableMember(Members members, Trail trail, InstantSource clock) {
    this.members = members;
    this.trail = trail;
    this.clock = clock;
  }

  /** Disabling somebody twice changes nothing; nobody disables themselves, so that somebody is always left. */
  @Transactional
  public void disable(Acting acting, MemberId id) {
    acting.require(Act.DISABLE_MEMBER);
    Member member = members.lock(id).orElseThrow(() -> new NotAllowed("nobody of that number"));
    if (id.equals(acting.member()) || !acting.reaches(member.role(), member.pharmacy())) {
      throw new NotAllowed(acting.role() + " disabled somebody beyond reach");
    }
    if (!member.disabled()) {
      member.disable(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
      trail.note(acting, TrailKind.DISABLED, About.member(member));
    }
  }
}

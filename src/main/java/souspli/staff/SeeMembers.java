package souspli.staff;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** The list of who works here: of one pharmacy for its manager, of all for an administrator. */
@Singleton
public class SeeMembers {

  private final Members members;

  @Inject
  public SeeMembers(Members members) {
    this.members = members;
  }

  public List<Member> see(Acting acting) {
    acting.require(Act.SEE_MEMBERS);
    return acting.pharmacy().map(members::of).orElseGet(members::all);
  }
}

package souspli.staff;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** The list of who works here: of one pharmacy for its manager, of all for an administrator. */
@Dependent
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

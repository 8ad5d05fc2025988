package souspli.lock;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import souspli.staff.MemberId;

/**
 * A form as its member left it when the session was locked: in the memory of this session alone, for this member
 * alone, and once. It ends with the session, so whoever takes over finds nothing.
 */
@SessionScoped
public class LeftForm implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Which page the rest was typed on; the counter says more exactly where. */
  private static final String PAGE = "page";

  private long whose;
  private HashMap<String, String> fields;

  synchronized void keep(MemberId member, Map<String, String> typed) {
    whose = member.value();
    fields = new HashMap<>(typed);
  }

  /** The same on a page where they left it, and on no other. */
  synchronized Optional<Map<String, String>> take(MemberId member, String page) {
    return fields != null && page.equals(fields.get(PAGE)) ? take(member) : Optional.empty();
  }

  /** What they left, by field; nothing where it is another's, or was given back before. */
  public synchronized Optional<Map<String, String>> take(MemberId member) {
    Optional<Map<String, String>> left =
        Optional.ofNullable(whose == member.value() ? fields : null).map(Map::copyOf);
    fields = null;
    return left;
  }
}

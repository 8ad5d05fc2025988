package souspli.keys;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Makes the keys of the coming week and records every key's check, on the one node that makes keys; also destroys again
 * what a copy or a backup brought back.
 */
@Dependent
public class MakeKeys {
  private final KeyDirectory directory;
  private final KeyChecks checks;

  @Inject
  public MakeKeys(KeyDirectory directory, KeyChecks checks) {
    this.directory = directory;
    this.checks = checks;
  }

  /** Can be repeated at any time; {@code today} is the UTC day. Returns the names of the keys that were made. */
  public List<KeyName> ahead(LocalDate today) {
    Map<KeyName, KeyChecks.Recorded> recorded = checks.all();
    List<KeyName> made = directory.makeAhead(today, recorded.keySet());
    for (KeyName name : directory.names()) {
      KeyChecks.Recorded known = recorded.get(name);
      if (known == null) {
        directory.check(name).ifPresent(check -> checks.record(name, check));
      } else if (known.destroyedOn().isPresent() && name.isOver(today)) {
        directory.destroy(name); // who can write that table must not be able to have a key in use destroyed
      }
    }
    return made;
  }
}

package souspli.keys;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Start-up check: every key that somebody's result depends on is in the key directory and is what it claims to be. */
@Dependent
public class KeysAreThere {
  private final KeyDirectory directory;
  private final KeyChecks checks;

  @Inject
  public KeysAreThere(KeyDirectory directory, KeyChecks checks) {
    this.directory = directory;
    this.checks = checks;
  }

  /** What forbids a start, one line each, the file named; a fault here would close results that people still need. */
  public List<String> faults(LocalDate today) {
    List<String> faults = new ArrayList<>();
    Map<KeyName, KeyChecks.Recorded> recorded = checks.all();
    Set<KeyName> needed = checks.peppersOfLinks(today);
    for (KeyName always : List.of(KeyName.STAFF, KeyName.AUDIT, KeyName.LOG_SEED)) {
      if (recorded.containsKey(always)) {
        needed.add(always);
      }
    }
    Set<KeyName> present = directory.names();
    for (KeyName name : needed) {
      if (!present.contains(name)) {
        faults.add(directory.file(name) + ": the key is missing");
      }
    }
    for (KeyName name : present) {
      KeyChecks.Recorded known = recorded.get(name);
      if (known != null
          && known.destroyedOn().isEmpty()
          && !directory.check(name).equals(Optional.of(known.check()))) {
        faults.add(directory.file(name) + ": this is another key than the one recorded under its name");
      }
    }
    return faults;
  }

  /** What does not forbid a start, but needs a person today. */
  public List<String> warnings(LocalDate today) {
    List<String> warnings = new ArrayList<>();
    directory.doubt().ifPresent(warnings::add);
    Set<KeyName> present = directory.names();
    Set<KeyName> wanted = new TreeSet<>(checks.dayKeysOfLinks());
    wanted.removeAll(present);
    wanted.forEach(name -> warnings.add(directory.file(name) + ": the day's key is missing, its custody has ended"));
    for (KeyName name : List.of(KeyName.day(today), KeyName.gate(today), KeyName.pepper(YearMonth.from(today)))) {
      if (!present.contains(name) && !wanted.contains(name)) {
        warnings.add(directory.file(name) + ": today's key is missing, this node cannot issue");
      }
    }
    return warnings;
  }
}
